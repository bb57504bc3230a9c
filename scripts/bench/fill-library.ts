import { demoDepartments } from "#db/demo/content/departments.ts";
import { demoColleagues, demoTeams } from "#db/demo/content/people.ts";
import { demoTags } from "#db/demo/content/tags.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

type Colleague = { id: string; teamId: string };
type NamedDepartment = { id: string; names: string[] };

/** Who and what insights refer to, by handle, slug and name. */
export type Library = {
  colleagues: Map<string, Colleague>;
  departments: Map<string, NamedDepartment>;
  tags: Map<string, string>;
};

/** Fills an empty library with the demonstration's people, departments and tags, and no insights. */
export function fillLibrary(): Promise<Library> {
  const teamIds = new Map(demoTeams.map(({ slug }) => [slug, newId()]));
  const colleagues = new Map(
    demoColleagues.map(({ handle, team }) => [handle, { id: newId(), teamId: known(teamIds, team) }]),
  );
  const byslug = new Map(
    demoDepartments.map(({ slug, name, nicknames = [], oldNames = [] }) => [
      slug,
      { id: newId(), names: [...nicknames, ...oldNames, name] },
    ]),
  );
  const tagIds = new Map(demoTags.map(({ name }) => [name, newId()]));

  return runTransaction(async (tx) => {
    await tx.insert(teams).values(demoTeams.map((team) => ({ ...team, id: known(teamIds, team.slug) })));
    await tx
      .insert(people)
      .values(
        demoColleagues.map((one) => ({ ...one, ...known(colleagues, one.handle), demonstration: true })),
      );
    for (const { slug, name, kind, parent } of demoDepartments) {
      const parentId = parent ? known(byslug, parent).id : null;
      await tx.insert(departments).values({ id: known(byslug, slug).id, slug, name, kind, parentId });
    }
    await tx.insert(departmentAliases).values(aliasRows(byslug));
    await tx.insert(departmentLiaisons).values(liaisonRows(byslug, colleagues));
    await tx.insert(tags).values(demoTags.map(({ name }) => ({ id: known(tagIds, name), name })));
    await tx
      .insert(tagSynonyms)
      .values(
        demoTags.flatMap(({ name, synonyms = [] }) =>
          synonyms.map((synonym) => ({ id: newId(), tagId: known(tagIds, name), name: synonym })),
        ),
      );
    return { colleagues, departments: byslug, tags: tagIds };
  });
}

function aliasRows(byslug: Map<string, NamedDepartment>): (typeof departmentAliases.$inferInsert)[] {
  return demoDepartments.flatMap(({ slug, nicknames = [], oldNames = [] }) => {
    const departmentId = known(byslug, slug).id;
    return [
      ...nicknames.map((name) => ({ id: newId(), departmentId, name, kind: "nickname" as const })),
      ...oldNames.map((name) => ({ id: newId(), departmentId, name, kind: "old-name" as const })),
    ];
  });
}

function liaisonRows(
  byslug: Map<string, NamedDepartment>,
  colleagues: Map<string, Colleague>,
): (typeof departmentLiaisons.$inferInsert)[] {
  return demoDepartments.flatMap(({ slug, owner, coOwners = [] }) =>
    [owner, ...coOwners].flatMap((handle) => {
      if (!handle) return [];
      const part = handle === owner ? ("owner" as const) : ("co-owner" as const);
      const personId = known(colleagues, handle).id;
      return { id: newId(), departmentId: known(byslug, slug).id, personId, part, fromDate: "2025-09-01" };
    }),
  );
}

/** What stands under a name; an Error when nothing does. */
export function known<Value>(map: Map<string, Value>, name: string): Value {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the demonstration knows no ${name}`);
  return value;
}
