import { eq, sql } from "drizzle-orm";
import { recordEvent } from "#app/events/record-event.server.ts";
import type { InsightKind, Visibility } from "#app/insights/insight.ts";
import { searchText } from "#app/insights/search-text.ts";
import { markForIndexing } from "#app/insights/write-insight-words.server.ts";
import type { Person } from "#app/people/person.ts";
import { type SearchAnswer, searchInsights } from "#app/search/search-insights.server.ts";
import { parseSearchRequest, type SearchRequest } from "#app/search/search-request.ts";
import { coinTags } from "#app/vocabulary/coin-tags.server.ts";
import { db, type Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insightIndexStates, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { tail } from "#tests/support/factories.ts";

type Team = Person["team"];

async function aTeam(): Promise<Team> {
  const id = newId();
  const team = { id, slug: `team-${tail(id)}`, name: `Team ${tail(id)}` };
  await db.insert(teams).values(team);
  return team;
}

export async function aPerson(given: { team?: Team; name?: string } = {}): Promise<Person> {
  const id = newId();
  const team = given.team ?? (await aTeam());
  const handle = `p${tail(id)}`;
  const name = given.name ?? "Sam Reader";
  const row = {
    id,
    handle,
    name,
    email: `${handle}@library.example`,
    role: "liaison" as const,
    jobTitle: "",
  };
  await db.insert(people).values({ ...row, teamId: team.id });
  return { id, handle, name, jobTitle: "", role: "liaison", team, demonstration: false };
}

export async function aDepartment(
  given: { name?: string; nicknames?: string[]; parentId?: string } = {},
): Promise<{ id: string; slug: string; names: string[] }> {
  const id = newId();
  const slug = `department-${tail(id)}`;
  await db
    .insert(departments)
    .values({ id, slug, name: given.name ?? slug, kind: "department", parentId: given.parentId });
  for (const name of given.nicknames ?? []) {
    await db.insert(departmentAliases).values({ id: newId(), departmentId: id, name, kind: "nickname" });
  }
  return { id, slug, names: [given.name ?? slug, ...(given.nicknames ?? [])] };
}

type GivenInsight = {
  person: Person;
  body?: string;
  departments?: { id: string; names?: string[] }[];
  tags?: string[];
  kind?: InsightKind;
  visibility?: Visibility;
  heardOn?: string;
  channel?: string;
};

/** Posts an insight with its index state, ledger entry and job, and answers with its id. */
export async function anInsight(given: GivenInsight): Promise<string> {
  const { person, kind = "observation", visibility = "staff", heardOn = "2026-11-17" } = given;
  const body = given.body ?? "They asked about the reading room.";
  const id = newId();
  const chosen = given.departments ?? [];
  await db.transaction(async (tx) => {
    const [channel] = await tx
      .select()
      .from(channels)
      .where(eq(channels.slug, given.channel ?? "corridor"));
    const [insight] = await tx
      .insert(insights)
      .values({
        ...{
          id,
          body,
          html: "",
          rendererVersion: 1,
          plainText: body,
          kind,
          basis: "reported",
          heardOn,
          visibility,
        },
        searchText: searchText({
          plainText: body,
          departmentNames: chosen.flatMap(({ names }) => names ?? []),
          tagNames: given.tags ?? [],
        }),
        channelId: channel?.id ?? "",
        postedWeek: "2026-11-16",
        authorId: person.id,
        teamId: person.team.id,
        source: "web",
        idempotencyKey: id,
      })
      .returning({ seq: insights.seq });
    await rememberVersion(tx, id);
    for (const [position, { id: departmentId }] of chosen.entries()) {
      await tx
        .insert(insightDepartments)
        .values({ insightId: id, departmentId, position, insightSeq: insight?.seq ?? 0, heardOn });
    }
    const made = await coinTags(tx, { names: given.tags ?? [], personId: person.id });
    for (const tag of made) await tx.insert(insightTags).values({ insightId: id, tagId: tag.id });
    await tx.insert(insightIndexStates).values({ insightId: id });
    await recordEvent(tx, { name: "insight.posted", actorId: person.id, subjectId: id });
  });
  return id;
}

let place: Awaited<ReturnType<typeof aDepartment>> | undefined;

/** The same about a department, as every insight that was posted is. */
export async function aPlacedInsight(given: GivenInsight): Promise<string> {
  place ??= await aDepartment();
  return anInsight({ departments: [place], ...given });
}

/** Keeps what an insight says now as the revision of its version. */
async function rememberVersion(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`
    insert into insight_revisions (insight_id, version, edited_by, body, kind, basis, channel_id, heard_on, visibility,
      department_ids, tag_names)
    select id, version, author_id, body, kind, basis, channel_id, heard_on, visibility, '[]', '[]'
    from insights where id = ${id}::uuid`);
}

/** Changes an insight's row as an edit does. */
export async function changeInsight(
  id: string,
  change: Partial<typeof insights.$inferInsert>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(insights)
      .set({ version: sql`${insights.version} + 1`, ...change })
      .where(eq(insights.id, id));
    await rememberVersion(tx, id);
    await markForIndexing(tx, id);
    await recordEvent(tx, { name: "insight.edited", actorId: null, subjectId: id });
  });
}

export async function isConfirmed(insightId: string): Promise<boolean> {
  const [state] = await db
    .select()
    .from(insightIndexStates)
    .where(eq(insightIndexStates.insightId, insightId));
  return state !== undefined && state.confirmed === state.wanted;
}

/** Searches as that person and answers with the ids found and what was said of them. */
export async function found(
  person: Person,
  asked: Partial<SearchRequest>,
): Promise<Omit<SearchAnswer, "hits"> & { ids: string[]; excerpts: string[] }> {
  const request = { ...parseSearchRequest(new URLSearchParams()), ...asked };
  const { hits, ...answer } = await searchInsights({ person, request });
  return { ids: hits.map(({ id }) => id), excerpts: hits.map(({ excerpt }) => excerpt), ...answer };
}
