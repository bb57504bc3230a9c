import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { channels, tagMerges, tags } from "#db/schema/vocabulary.server.ts";
import { listEventsAbout } from "../people/list-events-about.server.ts";
import { keepsName } from "./take-in-hidden.server.ts";

type PastChange = { seq: number; words: string; by: string | null; at: Date };
export type PastChanges = { changes: PastChange[]; older: number | undefined };

const tagWords: Record<string, string> = {
  "tag.renamed": "Renamed",
  "tag.synonyms-changed": "Synonyms changed",
  "tag.retired": "Retired",
  "tag.offered": "Offered again",
};
const ofOthers: Record<string, (other: string) => string> = {
  "tag.merged": (other) => `${other} made part of it`,
  "tag.unmerged": (other) => `${other} parted from it again`,
};

/** What was done with a tag, and what was made part of it as far as the reader may know of that. */
export async function listTagHistory({
  tagId,
  known,
  before,
}: {
  tagId: string;
  known: SQL;
  before?: number;
}): Promise<PastChanges> {
  const others = await db
    .select({ id: tags.id, name: tags.name })
    .from(tagMerges)
    .innerJoin(tags, eq(tags.id, tagMerges.fromId))
    .where(sql`${tagMerges.intoId} = ${tagId} and ${keepsName} and ${known}`);
  const names = new Map(others.map(({ id, name }) => [id, name]));
  const isOther = names.size > 0 ? inArray(events.subjectId, [...names.keys()]) : sql`false`;
  const { events: found, older } = await listEventsAbout({
    about: sql`((${events.subjectId} = ${tagId} and ${inArray(events.name, Object.keys(tagWords))})
      or (${isOther} and ${inArray(events.name, Object.keys(ofOthers))}))`,
    names: [...Object.keys(tagWords), ...Object.keys(ofOthers)],
    before,
  });
  const changes = found.map(({ seq, name, subjectId, by, at }) => {
    const other = names.get(subjectId ?? "") ?? "";
    return { seq, words: tagWords[name] ?? ofOthers[name]?.(other) ?? name, by, at };
  });
  return { changes, older };
}

const channelWords: Record<string, string> = {
  "channel.added": "added",
  "channel.moved": "moved in the list",
  "channel.retired": "retired",
  "channel.offered": "offered again",
};
const channelFields: Record<string, string> = { name: "name", phrase: "phrase", formality: "formality" };

/** What was done with the channels, each named as it is called now. */
export async function listChannelHistory({ before }: { before?: number }): Promise<PastChanges> {
  const rows = await db.select({ id: channels.id, name: channels.name }).from(channels);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const { events: found, older } = await listEventsAbout({
    about: sql`true`,
    names: [...Object.keys(channelWords), "channel.changed"],
    before,
  });
  const changes = found.map(({ seq, name, fields, subjectId, by, at }) => {
    const changed = fields.map((one) => channelFields[one] ?? one).join(", ");
    const what = channelWords[name] ?? `${changed} changed`;
    return { seq, words: `${names.get(subjectId ?? "") ?? "A channel"}: ${what}`, by, at };
  });
  return { changes, older };
}
