import type { Person } from "../people/person.ts";
import type { Visibility } from "./insight.ts";
import { canRead, type ReadableFields } from "./readable.ts";

/**
 * Which earlier versions somebody who may open an insight may read besides, the latest first. What was once for fewer
 * stays theirs: opening an insight to all staff does not open what it said before. The team an insight had before it
 * last became a team's is not recorded, so versions for a team older than that are their author's alone.
 */
export function readableVersions<Version extends { visibility: Visibility }>(
  person: Pick<Person, "id" | "team">,
  insight: ReadableFields,
  latestFirst: readonly Version[],
): Version[] {
  if (insight.authorId === person.id) return [...latestFirst];
  let teamIsKnown = true;
  let later: Visibility | undefined;
  return latestFirst.filter(({ visibility }) => {
    if (later === "team" && visibility !== "team") teamIsKnown = false;
    later = visibility;
    if (visibility === "team" && !teamIsKnown) return false;
    return canRead(person, { ...insight, visibility });
  });
}
