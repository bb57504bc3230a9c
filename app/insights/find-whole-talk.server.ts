import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { findComment } from "./find-comment.server.ts";
import type { WholeInsight } from "./find-insight.server.ts";
import { findLastChannel } from "./find-last-channel.server.ts";
import { newIdempotencyKey } from "./idempotency-key.server.ts";
import { listComments } from "./list-comments.server.ts";
import { listLinkedInsights } from "./list-linked-insights.server.ts";
import { listTellable } from "./list-tellable.server.ts";
import type { Talk } from "./talk.ts";
import { commentPermissions, talkPermissions } from "./talk-policy.ts";
import type { VoiceChoices } from "./voice-form.tsx";

type Asked = {
  person: Person;
  insight: WholeInsight;
  /** Which form the address opens: `heard`, `tell`, or the id of one's own comment. */
  open: string | undefined;
};

type AskedWhole = Asked & { said: Promise<{ talk: Talk }> };

export type WholeTalk = Awaited<ReturnType<typeof findWholeTalk>>;

/** What is said about an insight and what the reader may say, for its own page. The caller knows they may open it. */
export async function findWholeTalk({ person, insight, open, said }: AskedWhole) {
  const { card, judged, question } = insight;
  const { answersId, ...state } = question;
  const may = talkPermissions(person, { ...judged, kind: card.kind, answeredAt: state.answeredAt });
  const isLinked = card.kind === "question" || answersId !== null;
  const [{ talk }, comments, linked, heard, tellable, editing] = await Promise.all([
    said,
    listComments({ person, id: card.id, insight: judged }),
    isLinked ? listLinkedInsights({ person, id: card.id, answersId }) : null,
    open === "heard" && may.corroborate ? findVoiceChoices(person) : null,
    open === "tell" && may.tell ? listTellable({ person, insight: judged }) : null,
    open ? findEdited({ person, insight, open }) : null,
  ]);
  const mine = talk.voices.find((voice) => voice.mine);
  return {
    ...talk,
    may,
    comments,
    question: card.kind === "question" ? state : null,
    answers: linked?.answers ?? null,
    answeredBy: linked?.answeredBy ?? [],
    heard: heard && { ...heard, values: mine ? asSaid(mine) : heard.values },
    tellable,
    editing,
    idempotencyKey: newIdempotencyKey(),
  };
}

async function findVoiceChoices(person: Person): Promise<VoiceChoices> {
  const [channels, lastChannel, { timeZone }] = await Promise.all([
    listChannels(),
    findLastChannel(person.id),
    findLibrarySettings(),
  ]);
  const today = dayIn(timeZone, new Date());
  return {
    channels: channels.map(({ slug, name }) => ({ slug, name })),
    today,
    values: { words: "", channel: lastChannel ?? "", heardOn: today },
  };
}

function asSaid({ words, channel, heardOn }: { words: string; channel: string | null; heardOn: string }) {
  return { words, channel: channel ?? "", heardOn };
}

async function findEdited({ person, insight, open }: Asked) {
  const comment = await findComment({ person, insightId: insight.card.id, id: open ?? "" });
  if (!comment || !commentPermissions(person, { insight: insight.judged, comment }).edit) return null;
  return { id: comment.id, body: comment.body, version: comment.version };
}
