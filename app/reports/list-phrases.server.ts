import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import { phrases, phraseUses } from "#db/schema/reports.server.ts";
import type { Phrase } from "./phrase.ts";

const all = preparedStatement<Phrase>(
  () => sql`select ${phrases.id}, ${phrases.kind}, ${phrases.benefit}, ${phrases.text}, ${phrases.answer},
      ${phrases.version}, ${phrases.retiredAt} is not null as retired,
      (select coalesce(json_agg(json_build_object('id', ${phraseUses.id}, 'usedOn', ${phraseUses.usedOn},
          'worked', ${phraseUses.worked}, 'note', ${phraseUses.note}, 'by', ${people.name},
          'department', json_build_object('id', ${departments.id}, 'slug', ${departments.slug}, 'name', ${departments.name}))
          order by ${phraseUses.usedOn} desc, ${phraseUses.id} desc), '[]')
        from ${phraseUses}
        join ${departments} on ${departments.id} = ${phraseUses.departmentId}
        join ${people} on ${people.id} = ${phraseUses.personId}
        where ${phraseUses.phraseId} = ${phrases.id} and ${phraseUses.withdrawnAt} is null) as uses
    from ${phrases}
    order by ${phrases.kind}, ${phrases.benefit}, ${phrases.addedAt}
    limit 300`,
);

/** Key phrases by benefit, then objections, each with where it was used; those offered no longer among them. */
export function listPhrases(): Promise<Phrase[]> {
  return all({});
}
