import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { asHandle } from "./handles.server.ts";

/** The team of this name, however its capitals are written; made when there is none. */
export async function findOrMakeTeam(
  tx: Tx,
  { name, actorId }: { name: string; actorId: string | null },
): Promise<string> {
  await holdTeamNames(tx);
  const [team] = await tx.select({ id: teams.id }).from(teams).where(isCalled(name));
  if (team) return team.id;
  const id = newId();
  await tx.insert(teams).values({ id, name, slug: await freeSlug(tx, name) });
  await recordEvent(tx, { name: "team.added", actorId, subjectId: id });
  return id;
}

/** One at a time: else two would give the same name. */
export async function holdTeamNames(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('a team of its own'))`);
}

/** A team of this name, in capitals or not. Both are made small by PostgreSQL, whose small letters are not JavaScript's: “İ”. */
export function isCalled(name: string): SQL {
  return sql`lower(${teams.name}) = lower(${name})`;
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = asHandle(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted.slice(0, 36)}-${number}`;
    const [taken] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
    if (!taken) return slug;
  }
}
