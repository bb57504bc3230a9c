import { asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Colleague, Person } from "../people/person.ts";
import { personColumns } from "../people/person-columns.server.ts";
import type { ReadableFields } from "./readable.ts";
import { canBeTold } from "./talk-policy.ts";

/** Who can be told of an insight, and how many colleagues cannot because they may not read it. */
export type Tellable = { colleagues: Colleague[]; unable: number };

export async function listTellable({
  person,
  insight,
}: {
  person: Person;
  insight: ReadableFields;
}): Promise<Tellable> {
  const everybody = await db
    .select(personColumns)
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name), asc(people.seq));
  const others = everybody.filter(({ id }) => id !== person.id && id !== insight.authorId);
  const able = others.filter((one) => canBeTold(one, insight));
  return {
    colleagues: able.map(({ handle, name, team }) => ({ handle, name, team: team.name })),
    unable: others.length - able.length,
  };
}
