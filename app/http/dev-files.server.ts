import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";

export type DevFiles = {
  files: RequestHandler;
  build: () => Promise<ServerBuild>;
  close: () => Promise<void>;
};

/** Vite inside our own server: its command-line server would send neither our headers nor the nonce. */
export async function startDevFiles(server: Server): Promise<DevFiles> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: "remix.config.js",
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    files: vite.middlewares,
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    close: () => vite.close(),
  };
}
