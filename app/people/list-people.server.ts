import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, sessions, teams } from "#db/schema/people.server.ts";
import type { Role } from "./person.ts";

/** How far somebody has come here: invited and without a password, at work, or gone. */
export type PersonState = "invited" | "active" | "disabled";

export type ListedPerson = {
  handle: string;
  name: string;
  email: string;
  role: Role;
  jobTitle: string;
  team: string;
  state: PersonState;
  lastSeen: Date | null;
};

export const personState = sql<PersonState>`case when ${people.disabledAt} is not null then 'disabled'
  when ${people.passwordHash} is null then 'invited' else 'active' end`;

/** What an administrator calls somebody: a leaver by their own name as well. */
const ownNameOf = sql<string>`coalesce(${people.ownName} ->> 'name', ${people.name})`;

/** Everybody there is or was, by name. */
export function listPeople(): Promise<ListedPerson[]> {
  return db
    .select({
      handle: people.handle,
      name: ownNameOf,
      email: people.email,
      role: people.role,
      jobTitle: people.jobTitle,
      team: teams.name,
      state: personState,
      lastSeen: sql<Date | null>`(select max(${sessions.lastSeenAt}) from ${sessions}
        where ${sessions.personId} = ${people.id})`.mapWith((at) => (at === null ? null : new Date(at))),
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .orderBy(asc(ownNameOf), asc(people.seq));
}
