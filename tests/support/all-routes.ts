import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

/** Every address of the application as `app/routes.ts` writes it, the catch-all as `/*`. */
export async function allRoutes(): Promise<string[]> {
  return (await routes).flatMap((entry) => addresses(entry, ""));
}

function addresses({ path, index, children = [] }: RouteConfigEntry, above: string): string[] {
  const own = path ? `${above}/${path}` : above;
  const beneath = children.flatMap((child) => addresses(child, own));
  return index || path ? [own || "/", ...beneath] : beneath;
}
