import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";

/** The slug of the channel this person named last: what the next insight's channel begins as. */
export async function findLastChannel(personId: string): Promise<string | undefined> {
  const [last] = await db
    .select({ slug: channels.slug })
    .from(insights)
    .innerJoin(channels, eq(channels.id, insights.channelId))
    .where(eq(insights.authorId, personId))
    .orderBy(desc(insights.seq))
    .limit(1)
    .prepare("last channel")
    .execute();
  return last?.slug;
}
