import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { mentionsInText } from "../text/tags-in-text.ts";

/** Who is mentioned in these texts, by `@handle` or as a member of `@team-slug`: ids by text. */
export async function findMentioned(texts: readonly string[]): Promise<Map<string, string[]>> {
  const written = new Map(texts.map((text) => [text, mentionsInText(text)]));
  const names = [...new Set([...written.values()].flat())];
  if (names.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, handle: people.handle, team: teams.slug })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(and(isNull(people.disabledAt), or(inArray(people.handle, names), inArray(teams.slug, names))))
    .orderBy(people.seq);
  const mentioned = (name: string) => {
    const person = rows.filter(({ handle }) => handle === name);
    return (person.length > 0 ? person : rows.filter(({ team }) => team === name)).map(({ id }) => id);
  };
  return new Map([...written].map(([text, all]) => [text, [...new Set(all.flatMap(mentioned))]]));
}
