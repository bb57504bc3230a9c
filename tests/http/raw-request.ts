import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect, type Socket } from "node:net";

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: string };

type RawRequest = { method?: string; headers?: Record<string, string | string[] | undefined>; body?: string };

/** One request exactly as given: `fetch` would set Host, Origin and Sec-Fetch-Site for us, and refuse some methods. */
export function send(
  address: string,
  path: string,
  { method = "GET", headers = {}, body }: RawRequest = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    // Node's client frames a DELETE's body only when its length is given.
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const given = Object.entries({ ...length, ...headers }).filter(([, value]) => value !== undefined);
    const sent = Object.fromEntries(given);
    const req = httpRequest({ hostname, port, path, method, headers: sent, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text });
      });
    });
    req.on("error", reject);
    req.end(body);
  });
}

/** A bare connection, and all that comes back on it until it is closed. */
export function openConnection(port: number): { socket: Socket; received: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const received = new Promise<string>((resolve) => {
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
  return { socket, received };
}
