import { createServer } from "node:net";

const LOOPBACK = "127.0.0.1";
const NEIGHBOURS = 100;

/** A free port on the loopback address: the preferred one, else the next free one after it, else any. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && preferred > 0) {
    for (let port = preferred; port < Math.min(preferred + NEIGHBOURS, 65536); port++) {
      if (await isPortFree(port)) return port;
    }
  }
  return await tryListen(0);
}

export async function isPortFree(port: number, host: string = LOOPBACK): Promise<boolean> {
  return await tryListen(port, host).then(
    () => true,
    () => false,
  );
}

function tryListen(port: number, host: string = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
