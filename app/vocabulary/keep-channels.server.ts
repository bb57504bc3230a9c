import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Channel } from "./channel.ts";
import type { ChannelDraft } from "./channel-draft.ts";

export type KeptChannel = Channel & { retired: boolean };
export type ChannelOutcome = "done" | "not-there" | "name-taken";

/** Every channel, those no longer offered too, in the library's order. */
export function listKeptChannels(): Promise<KeptChannel[]> {
  const { id, slug, name, phrase, formality } = channels;
  return db
    .select({ id, slug, name, phrase, formality, retired: sql<boolean>`${channels.retiredAt} is not null` })
    .from(channels)
    .orderBy(asc(channels.position), asc(channels.name));
}

type Asked = { actorId: string; id: string };

/** Adds a channel at the end of the list; the same form sent twice adds one. */
export function addChannel({ actorId, id, draft }: Asked & { draft: ChannelDraft }): Promise<ChannelOutcome> {
  return orTaken(() =>
    runTransaction<ChannelOutcome>(async (tx) => {
      const [last] = await tx
        .select({ at: sql<number>`coalesce(max(${channels.position}), 0)` })
        .from(channels);
      const added = await tx
        .insert(channels)
        .values({ id, slug: slugOf(draft.name), ...draft, position: (last?.at ?? 0) + 1 })
        .onConflictDoNothing({ target: channels.id })
        .returning({ id: channels.id });
      if (added.length > 0) await recordEvent(tx, { name: "channel.added", actorId, subjectId: id });
      return "done";
    }),
  );
}

/** Calls a channel something else, or counts it among the formal or the informal; its address stays. */
export function changeChannel({
  actorId,
  id,
  draft,
}: Asked & { draft: ChannelDraft }): Promise<ChannelOutcome> {
  return orTaken(() =>
    runTransaction<ChannelOutcome>(async (tx) => {
      const [before] = await tx.select().from(channels).where(eq(channels.id, id)).for("update");
      if (!before) return "not-there";
      const fields = Object.entries(draft).flatMap(([name, value]) =>
        before[name as keyof ChannelDraft] === value ? [] : [name],
      );
      if (fields.length === 0) return "done";
      await tx.update(channels).set(draft).where(eq(channels.id, id));
      await recordEvent(tx, { name: "channel.changed", actorId, subjectId: id, fields });
      return "done";
    }),
  );
}

/** Moves a channel one place up or down among all. */
export function moveChannel({ actorId, id, by }: Asked & { by: 1 | -1 }): Promise<ChannelOutcome> {
  return runTransaction<ChannelOutcome>(async (tx) => {
    const rows = await tx
      .select({ id: channels.id })
      .from(channels)
      .orderBy(asc(channels.position), asc(channels.name))
      .for("update");
    const ids = rows.map((row) => row.id);
    const at = ids.indexOf(id);
    if (at === -1) return "not-there";
    const to = Math.min(ids.length - 1, Math.max(0, at + by));
    ids.splice(to, 0, ...ids.splice(at, 1));
    for (const [position, each] of ids.entries()) {
      await tx
        .update(channels)
        .set({ position: position + 1 })
        .where(eq(channels.id, each));
    }
    await recordEvent(tx, { name: "channel.moved", actorId, subjectId: id });
    return "done";
  });
}

/** Offers a channel no longer, or again; what was heard there keeps it. */
export function retireChannel({
  actorId,
  id,
  retired,
}: Asked & { retired: boolean }): Promise<ChannelOutcome> {
  return runTransaction<ChannelOutcome>(async (tx) => {
    const changed = await tx
      .update(channels)
      .set({ retiredAt: retired ? sql`now()` : null })
      .where(eq(channels.id, id))
      .returning({ id: channels.id });
    if (changed.length === 0) return "not-there";
    const name = retired ? "channel.retired" : "channel.offered";
    await recordEvent(tx, { name, actorId, subjectId: id });
    return "done";
  });
}

async function orTaken(work: () => Promise<ChannelOutcome>): Promise<ChannelOutcome> {
  try {
    return await work();
  } catch (error) {
    if (
      isUniqueViolation(error, "channels_name_unique") ||
      isUniqueViolation(error, "channels_slug_unique")
    ) {
      return "name-taken";
    }
    throw error;
  }
}

/** An address of the name's letters; two channels may not differ in signs alone. */
function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return slug.slice(0, 60) || `channel-${crypto.randomUUID().slice(0, 8)}`;
}
