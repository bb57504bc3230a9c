import { type SQL, sql } from "drizzle-orm";
import { apiKeys, people, teams } from "#db/schema/people.server.ts";
import { keyOpens } from "./find-api-key-person.server.ts";
import type { Person } from "./person.ts";

/** A key by its hash, and whom it acted as a moment ago. */
export type KeyHeld = { hash: string; person: Person };

/**
 * The part of a `with` that holds the key a statement is asked by until that is done: who revokes it is waited for, and
 * waits. It is there only while it opens, and as long as its person and their team are what they were.
 */
export function keyHeld(): SQL {
  return sql`held_key as (
    select from ${apiKeys} join ${people} on ${people.id} = ${apiKeys.personId} join ${teams} on ${teams.id} = ${people.teamId}
    where ${apiKeys.keyHash} = ${sql.placeholder("keyHash")}::text and ${keyOpens()}
      and ${personAsJson()} = ${sql.placeholder("keyPerson")}::text::jsonb
    for share of ${sql.identifier("api_keys")}
  )`;
}

/** Whether it still opens; nothing is asked where no key is given. */
export function keyIsHeld(): SQL {
  return sql`(${sql.placeholder("keyHash")}::text is null or exists (select from held_key))`;
}

function personAsJson(): SQL {
  return sql`jsonb_build_object('id', ${people.id}, 'handle', ${people.handle}, 'name', ${people.name},
    'jobTitle', ${people.jobTitle}, 'role', ${people.role}, 'demonstration', ${people.demonstration},
    'team', jsonb_build_object('id', ${teams.id}, 'slug', ${teams.slug}, 'name', ${teams.name}))`;
}
