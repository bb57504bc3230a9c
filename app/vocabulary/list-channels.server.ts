import { asc, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { Channel } from "./channel.ts";

/** The channels on offer, in the library's order. */
export function listChannels(): Promise<Channel[]> {
  const { id, slug, name, phrase, formality } = channels;
  return db
    .select({ id, slug, name, phrase, formality })
    .from(channels)
    .where(isNull(channels.retiredAt))
    .orderBy(asc(channels.position))
    .prepare("channels")
    .execute();
}
