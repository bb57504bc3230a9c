import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { answerQuestion } from "./answer-question.server.ts";
import { commentDoings } from "./comment-by-intent.server.ts";
import { corroborate } from "./corroborate.server.ts";
import type { JudgedOutcome } from "./lock-insight.server.ts";
import { markInsightsRead } from "./mark-insights-read.server.ts";
import { reopenQuestion } from "./reopen-question.server.ts";
import type { TalkAnswer } from "./talk.ts";
import { tellColleagues } from "./tell-colleagues.server.ts";
import { readTelling, type TellingProblems } from "./telling-draft.ts";
import { thank, unthank } from "./thank.server.ts";
import { readVoice } from "./voice-draft.ts";
import { withdrawCorroboration } from "./withdraw-corroboration.server.ts";

/** What a form brought: a field that comes once, and one that may repeat. */
type Sent = { one(name: string): string | undefined; all(name: string): string[] };

export type TalkTurn = { person: Person; id: string; sent: Sent };

/** What to answer the form, or that it asked for what there is not or may not be done: the two look alike. */
export type TalkOutcome = TalkAnswer | "not-possible";

type Doing = (turn: TalkTurn, intent: string) => Promise<TalkOutcome>;

const doings: Record<string, Doing> = {
  corroborate: ({ person, id }, intent) => giveVoice({ person, id }, intent),
  "corroborate-in-words": sayMore,
  "withdraw-corroboration": async (turn, intent) => doneBy(intent, await withdrawCorroboration(turn)),
  thank: async (turn, intent) => doneBy(intent, await thank(turn)),
  unthank: async (turn, intent) => doneBy(intent, await unthank(turn)),
  tell,
  answer: async (turn, intent) =>
    doneBy(intent, await answerQuestion({ ...turn, commentId: turn.sent.one("comment") ?? "" })),
  read: async ({ person, id }, intent) => {
    await markInsightsRead({ person, ids: [id] });
    return { done: { intent } };
  },
  reopen: async (turn, intent) => doneBy(intent, await reopenQuestion(turn)),
  ...commentDoings,
};

/** Whether a form is one about an insight, rather than one that turns it. */
export function isTalk(intent: string | undefined): intent is string {
  return intent !== undefined && Object.hasOwn(doings, intent);
}

/** Does what a form about an insight asks. The caller knows that the person may open it; the verbs ask the policy. */
export async function talkByIntent({ intent, ...turn }: TalkTurn & { intent: string }): Promise<TalkOutcome> {
  return (await doings[intent]?.(turn, intent)) ?? "not-possible";
}

async function sayMore({ person, id, sent }: TalkTurn, intent: string): Promise<TalkOutcome> {
  const { timeZone } = await findLibrarySettings();
  const typed = { words: sent.one("words"), channel: sent.one("channel"), heardOn: sent.one("heardOn") };
  const read = readVoice(typed, { today: dayIn(timeZone, new Date()) });
  if ("problems" in read) return { refused: { intent, problems: read.problems, sent: filled(typed) } };
  return giveVoice({ person, id, voice: read.voice }, intent);
}

async function giveVoice(given: Parameters<typeof corroborate>[0], intent: string): Promise<TalkOutcome> {
  const heard = await corroborate(given);
  if (heard.outcome === "not-possible") return "not-possible";
  if (heard.outcome === "refused") {
    return { refused: { intent, problems: heard.problems, sent: filled(given.voice ?? {}) } };
  }
  return { done: { intent } };
}

async function tell({ person, id, sent }: TalkTurn, intent: string): Promise<TalkOutcome> {
  const typed = { colleagues: sent.all("colleagues"), words: sent.one("words") };
  const read = readTelling(typed);
  const refusal = (problems: TellingProblems) => ({
    refused: { intent, problems, sent: filled({ words: typed.words }) },
  });
  if ("problems" in read) return refusal(read.problems);
  const told = await tellColleagues({ person, id, telling: read.telling });
  if (told.outcome === "not-possible") return "not-possible";
  if (told.outcome === "refused") return refusal(told.problems);
  return { done: { intent, words: told.told.join(", ") } };
}

/** Pressed twice is done once: the second press is told the same as the first. */
function doneBy(intent: string, { outcome }: JudgedOutcome): TalkOutcome {
  return outcome === "not-possible" ? "not-possible" : { done: { intent } };
}

function filled(typed: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
