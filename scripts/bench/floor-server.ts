// A process of its own, as the application is: started by start-floor.ts, ended by its channel's end.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import { runService } from "../services/run-service.ts";
import { floorBuild } from "./floor-build.ts";
import { floorRoutes } from "./floor-routes.ts";

await runService(async () => {
  const settings = JSON.parse(process.env.FLOOR_SETTINGS ?? "");
  const handle = createRequestHandler(floorBuild(floorRoutes(settings)), "production");

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = new Request(`http://127.0.0.1${req.url}`, {
      method: req.method,
      headers: req.headers as Record<string, string>,
      ...(req.method === "POST" && { body: createReadableStreamFromReadable(req), duplex: "half" }),
    });
    const response = await handle(request);
    res.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) await writeReadableStreamToWritable(response.body, res);
    else res.end();
  };
  const server = createServer((req, res) => void answer(req, res).catch(() => res.destroy()));
  server.keepAliveTimeout = 65_000;
  server.listen({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: async () => void server.close() };
});
