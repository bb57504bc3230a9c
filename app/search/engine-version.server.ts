import { isEngineOn, openEngine } from "./engine.server.ts";

/** The engine's version, when its key may ask and it answers. */
export async function engineVersion(): Promise<string | undefined> {
  if (!isEngineOn()) return undefined;
  try {
    const engine = await openEngine("index");
    return (await engine?.client.getVersion())?.pkgVersion;
  } catch {
    return undefined;
  }
}
