import { desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, personLinks, sessions, teams } from "#db/schema/people.server.ts";
import { type PersonState, personState } from "./list-people.server.ts";
import { isLiveSession } from "./live-session.server.ts";
import type { Role } from "./person.ts";
import type { LinkKind } from "./person-link.ts";

export type PersonRecord = {
  id: string;
  handle: string;
  name: string;
  email: string;
  role: Role;
  jobTitle: string;
  team: string;
  version: number;
  state: PersonState;
  demonstration: boolean;
  /** Shown by their role to everybody else. */
  hidden: boolean;
  openSessions: number;
  /** A link that can still be used, if there is one. */
  link: { kind: LinkKind; expiresAt: Date } | null;
  createdAt: Date;
};

/** All an administrator sees of somebody; undefined for nobody. */
export async function findPersonRecord(handle: string): Promise<PersonRecord | undefined> {
  const { id, handle: called, email, role, recordVersion: version, demonstration, createdAt } = people;
  const [row] = await db
    .select({
      person: { id, handle: called, email, role, version, demonstration, createdAt },
      shown: { name: people.name, jobTitle: people.jobTitle },
      ownName: people.ownName,
      team: teams.name,
      state: personState,
      openSessions: sql<number>`(select count(*)::int from ${sessions}
        where ${sessions.personId} = ${people.id} and ${isLiveSession()})`,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.handle, handle));
  if (!row) return undefined;
  const { person, shown, ownName, ...rest } = row;
  const [link] = await db
    .select({ kind: personLinks.kind, expiresAt: personLinks.expiresAt })
    .from(personLinks)
    .where(sql`${personLinks.personId} = ${person.id} and ${personLinks.spentAt} is null
      and ${personLinks.expiresAt} > now()`)
    .orderBy(desc(personLinks.createdAt))
    .limit(1);
  const { name, jobTitle } = ownName ?? shown;
  return { ...person, ...rest, name, jobTitle, hidden: ownName !== null, link: link ?? null };
}

/** The handle somebody has now. */
export async function findHandle(id: string): Promise<string | undefined> {
  const [row] = await db.select({ handle: people.handle }).from(people).where(eq(people.id, id));
  return row?.handle;
}
