import { isId } from "../insights/insight.ts";
import type { MinuteLine } from "./minute.ts";

/** Each as "id:version". Without a version it is as if it had been changed since. */
export function readSources(sent: string): Required<Pick<MinuteLine, "sources" | "versions">> {
  const made = sent.split(" ").map((one) => one.split(":"));
  const known = made.filter(([id]) => isId(id ?? ""));
  return {
    sources: known.map(([id = ""]) => id),
    versions: known.map(([, version = ""]) => (/^\d{1,6}$/.test(version) ? Number(version) : 0)),
  };
}

/** The same the other way, for the desk's form. */
export function sourcesInForm({ sources, versions = [] }: Pick<MinuteLine, "sources" | "versions">): string {
  return sources.map((id, at) => `${id}:${versions[at] ?? 0}`).join(" ");
}
