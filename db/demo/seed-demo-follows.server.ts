import type { Person } from "#app/people/person.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { departments } from "../schema/departments.server.ts";
import { follows } from "../schema/follows.server.ts";
import { teams } from "../schema/people.server.ts";
import { tags } from "../schema/vocabulary.server.ts";
import { demoFollows } from "./content/follows.ts";

/** What the demonstration's people follow. Done twice it adds nothing. */
export async function seedDemoFollows(tx: Tx, colleagues: Map<string, Person>): Promise<void> {
  const idsBy = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [name, id]));
  const departmentIds = idsBy(
    await tx.select({ id: departments.id, name: departments.slug }).from(departments),
  );
  const tagIds = idsBy(await tx.select({ id: tags.id, name: tags.name }).from(tags));
  const teamIds = idsBy(await tx.select({ id: teams.id, name: teams.slug }).from(teams));
  const rows = demoFollows.flatMap(({ by, ...followed }) => {
    const personId = colleagues.get(by)?.id;
    if (!personId) throw new Error(`the demonstration has no ${by}`);
    const found = (ids: Map<string, string>, name: string) => {
      const id = ids.get(name);
      if (!id) throw new Error(`the demonstration has no ${name} for ${by} to follow`);
      return id;
    };
    return [
      ...(followed.departments ?? []).map((slug) => ({ departmentId: found(departmentIds, slug) })),
      ...(followed.tags ?? []).map((name) => ({ tagId: found(tagIds, name) })),
      ...(followed.teams ?? []).map((slug) => ({ teamId: found(teamIds, slug) })),
    ].map((thing) => ({ id: newId(), personId, ...thing }));
  });
  await tx.insert(follows).values(rows).onConflictDoNothing();
}
