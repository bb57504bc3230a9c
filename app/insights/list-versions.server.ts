import { desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightRevisions } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import type { ReadableFields } from "./readable.ts";
import { readableVersions } from "./readable-versions.ts";
import type { InsightVersion } from "./version.ts";

type Asked = { person: Pick<Person, "id" | "team">; id: string; judged: ReadableFields };

/** The versions of an insight this person may read, the latest first, at most 200. For those who may open it. */
export async function listVersions({ person, id, judged }: Asked): Promise<InsightVersion[]> {
  const rows = await db
    .select({
      version: insightRevisions.version,
      editedAt: insightRevisions.editedAt,
      editedBy: people.name,
      body: insightRevisions.body,
      kind: insightRevisions.kind,
      basis: insightRevisions.basis,
      channel: channels.name,
      heardOn: insightRevisions.heardOn,
      visibility: insightRevisions.visibility,
      departmentIds: insightRevisions.departmentIds,
      tags: insightRevisions.tagNames,
    })
    .from(insightRevisions)
    .innerJoin(people, eq(people.id, insightRevisions.editedBy))
    .innerJoin(channels, eq(channels.id, insightRevisions.channelId))
    .where(eq(insightRevisions.insightId, id))
    .orderBy(desc(insightRevisions.version))
    .limit(200);
  const readable = readableVersions(person, judged, rows);
  const named = await namesOf(readable.flatMap(({ departmentIds }) => departmentIds));
  return readable.map(({ departmentIds, ...version }) => ({
    ...version,
    departments: departmentIds.map((departmentId) => named.get(departmentId) ?? "a department since removed"),
  }));
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
