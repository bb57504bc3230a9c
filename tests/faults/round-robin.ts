import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type RoundRobin = { origin: string; served: Map<string, number>; close(): Promise<void> };

/**
 * A small proxy before several web processes, each in its turn. One that refuses the connection is passed over, as load
 * balancers do; one that dies with a request in its hands gives 502, for nobody can know how far it came.
 */
export async function startRoundRobin(backends: readonly string[]): Promise<RoundRobin> {
  const served = new Map<string, number>();
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => pass(backends.length));
    const pass = (left: number): void => {
      const backend = backends[turn++ % backends.length] ?? "";
      const { hostname, port } = new URL(backend);
      const { method, url: path, headers } = incoming;
      const passed = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
        served.set(backend, (served.get(backend) ?? 0) + 1);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on("error", () => outgoing.destroy());
      });
      passed.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ECONNREFUSED" && left > 1) return pass(left - 1);
        if (outgoing.headersSent) return void outgoing.destroy();
        outgoing.writeHead(502).end();
      });
      passed.end(Buffer.concat(chunks));
    };
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    served,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
