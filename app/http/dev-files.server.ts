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
    // Looking for styles, Remix reads server files as if for the browser, and Vite would bundle the database driver and
    // reload the page for each such find. Named here: what is not ES modules, or needs what is not.
    optimizeDeps: { noDiscovery: true, include: ["@ariakit/react/combobox", "react-dom"] },
  });
  return {
    files: vite.middlewares,
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    close: () => vite.close(),
  };
}
