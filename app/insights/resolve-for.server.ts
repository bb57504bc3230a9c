import { freeUnknownNames } from "./free-unknown-names.server.ts";
import type { InsightDraft } from "./insight-draft.ts";
import type { Reader } from "./readable.ts";
import { resolveDraft } from "./resolve-draft.server.ts";

type Resolving = {
  person: Reader;
  draft: InsightDraft;
  /** The insight that the draft rewrites. */
  keptFrom?: string;
  /** Where they are being looked up already. */
  words?: ReturnType<typeof resolveDraft>;
};

/**
 * What a draft's words mean to whoever wrote it. A name that leads, renamed or merged since, to a tag hidden from them
 * is free to them, like one nobody has used: the insight would else tell what that tag is called today.
 */
export async function resolveFor({
  person,
  draft,
  keptFrom,
  words = resolveDraft(draft, { keptFrom }),
}: Resolving): ReturnType<typeof resolveDraft> {
  const resolved = await words;
  if ("problems" in resolved || !resolved.led) return resolved;
  const isFreed = await freeUnknownNames({ person, led: resolved.led });
  return isFreed ? resolveDraft(draft, { keptFrom }) : resolved;
}
