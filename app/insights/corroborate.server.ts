import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { lockInsight } from "./lock-insight.server.ts";
import { recountVoices } from "./recount-voices.server.ts";
import { canCorroborate } from "./talk-policy.ts";
import type { VoiceDraft, VoiceProblems } from "./voice-draft.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

type Corroboration = {
  person: Person;
  /** The insight heard too. */
  id: string;
  /** Words, channel and day; without them it is one press: heard today, nothing more said. */
  voice?: VoiceDraft;
};

export type CorroborateOutcome =
  | { outcome: "heard" | "already-heard" | "said-more" | "not-possible" }
  | { outcome: "refused"; problems: VoiceProblems };

/**
 * "I've heard this too": adds one's voice, once however often it is pressed, or says more with the voice one has given.
 * A voice withdrawn before is given again, with its words, as heard today.
 */
export async function corroborate({ person, id, voice }: Corroboration): Promise<CorroborateOutcome> {
  const channelId = voice?.channel ? await findChannel(voice.channel) : null;
  if (channelId === undefined) {
    return { outcome: "refused", problems: { channel: "Choose how you heard it from the list" } };
  }
  const { timeZone } = await findLibrarySettings();
  const heardOn = voice?.heardOn ?? dayIn(timeZone, new Date());
  const said = { heardOn, ...(voice && { channelId, words: voice.words }) };

  return runTransaction<CorroborateOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canCorroborate(person, insight)) return { outcome: "not-possible" };
    const given = await isGiven(tx, { person, id });
    if (given && !voice) return { outcome: "already-heard" };
    await tx
      .insert(corroborations)
      .values({ insightId: id, personId: person.id, teamId: person.team.id, ...said })
      .onConflictDoUpdate({
        target: [corroborations.insightId, corroborations.personId],
        set: given
          ? said
          : { ...said, teamId: person.team.id, corroboratedAt: sql`now()`, withdrawnAt: null },
      });
    await recountVoices(tx, id);
    await markForIndexing(tx, id);
    const name = given ? "insight.corroboration-edited" : "insight.corroborated";
    await recordEvent(tx, { name, actorId: person.id, subjectId: id, fields: Object.keys(said) });
    return { outcome: given ? "said-more" : "heard" };
  });
}

async function isGiven(tx: Tx, { person, id }: Corroboration): Promise<boolean> {
  const [before] = await tx
    .select({ withdrawnAt: corroborations.withdrawnAt })
    .from(corroborations)
    .where(and(eq(corroborations.insightId, id), eq(corroborations.personId, person.id)));
  return before?.withdrawnAt === null;
}

async function findChannel(slug: string): Promise<string | undefined> {
  const [channel] = await db.select({ id: channels.id }).from(channels).where(eq(channels.slug, slug));
  return channel?.id;
}
