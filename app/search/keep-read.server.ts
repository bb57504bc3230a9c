import {
  type ReadAt,
  readFromNow,
  standsUnchanged,
  type UnchangedSince,
} from "#app/events/stands-unchanged.server.ts";
import type { Person } from "#app/people/person.ts";

type Wanted = { person: Person; ids: readonly string[] };
type Kept<Read> = { since: ReadAt; each: Map<string, Read> };

/**
 * Reads what was found under the person's own rule, as `read` does, and keeps it for them as long as nothing in the library
 * has changed since: then they may read it still, and it says the same, so it is not read again.
 */
export function keepRead<Read extends { id: string }>({
  read,
  most,
}: {
  read: (wanted: Wanted) => Promise<readonly Read[]>;
  most: number;
}): (wanted: Wanted & { unchangedSince?: UnchangedSince }) => Promise<Read[]> {
  let kept: Kept<Read> = { since: readFromNow(), each: new Map() };
  return async ({ person, ids, unchangedSince }) => {
    if (!unchangedSince) return [...(await read({ person, ids }))];
    // As they were taken to be when it was read: an answer begun before they changed team or role keeps for that one.
    const key = (id: string): string => `${person.id} ${person.role} ${person.team.id} ${id}`;
    let now = kept;
    if (!(await standsUnchanged(now.since, unchangedSince))) {
      now = { since: readFromNow(), each: new Map() };
      kept = now;
    }
    const unknown = ids.filter((id) => !now.each.has(key(id)));
    const fresh = new Map(
      unknown.length > 0 ? (await read({ person, ids: unknown })).map((one) => [one.id, one]) : [],
    );
    const found = ids.flatMap((id) => fresh.get(id) ?? now.each.get(key(id)) ?? []);
    if (now.each.size + fresh.size > most) now.each.clear();
    for (const [id, one] of fresh) now.each.set(key(id), one);
    return found;
  };
}
