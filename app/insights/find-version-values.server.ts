import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightRevisions } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { tagsForThePicker } from "./draft-values.server.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** What an insight said at a version, as the form's values. For its author. */
export async function findVersionValues({
  id,
  version,
}: {
  id: string;
  version: number;
}): Promise<FieldValues | undefined> {
  const [row] = await db
    .select({ revision: insightRevisions, channel: channels.slug })
    .from(insightRevisions)
    .innerJoin(channels, eq(channels.id, insightRevisions.channelId))
    .where(and(eq(insightRevisions.insightId, id), eq(insightRevisions.version, version)));
  if (!row) return undefined;
  const { revision, channel } = row;
  const [about, tags] = await Promise.all([
    db
      .select({ id: departments.id, slug: departments.slug })
      .from(departments)
      .where(inArray(departments.id, revision.departmentIds)),
    tagsForThePicker(revision),
  ]);
  const slugs = new Map(about.map(({ id: one, slug }) => [one, slug]));
  const { body, kind, basis, visibility, heardOn } = revision;
  return {
    body,
    departments: revision.departmentIds.flatMap((one) => slugs.get(one) ?? []),
    channel,
    tags,
    kind,
    basis,
    visibility,
    heardOn,
  };
}
