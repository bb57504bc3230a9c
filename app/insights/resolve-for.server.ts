import { runTransaction } from "#db/run-transaction.server.ts";
import { freeNames } from "../vocabulary/take-in-hidden.server.ts";
import type { InsightDraft } from "./insight-draft.ts";
import type { Reader } from "./readable.ts";
import { resolveDraft } from "./resolve-draft.server.ts";
import { tagsMeantFor } from "./tags-meant-for.server.ts";

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
  if ("problems" in resolved || !resolved.ledElsewhere?.length) return resolved;
  const meant = await tagsMeantFor(person, resolved.ledElsewhere);
  const unknown = resolved.ledElsewhere.filter((name) => meant.includes(name));
  if (unknown.length === 0) return resolved;
  await runTransaction((tx) => freeNames(tx, unknown));
  return resolveDraft(draft, { keptFrom });
}
