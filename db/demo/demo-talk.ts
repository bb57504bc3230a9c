import { type Day, dayIn, daysAfter } from "#app/settings/calendar.ts";
import { demoInsights } from "./content/all-insights.ts";
import { demoColleagues } from "./content/people.ts";
import { demoAnswers } from "./content/talk/answers.ts";
import { demoComments } from "./content/talk/comments.ts";
import { demoVoices } from "./content/talk/voices.ts";
import type { DemoInsight } from "./content/types.ts";
import { demoDates } from "./demo-dates.ts";

type Clock = { now: Date; timeZone: string };

export type DemoVoice = { about: string; by: string; heardOn: Day; at: Date; channel: string; words: string };
export type DemoComment = { about: string; by: string; at: Date; body: string; answers: boolean };
export type DemoThanks = { about: string; by: string; at: Date };

const byKey = new Map(demoInsights.map((insight) => [insight.key, insight]));
const hour = 3_600_000;

/** The voices of the demonstration: those with words, and others that a rule picks, the same each time. */
export function demoVoicesAt(clock: Clock): DemoVoice[] {
  const said = cells(demoVoices).map(([about = "", by = "", days = "0", channel = "", words = ""]) =>
    voiceOf(insightOf(about), { by, days: Number(days), channel, words }, clock),
  );
  const taken = new Set(said.map(({ about, by }) => `${about} ${by}`));
  const picked = demoInsights
    .filter(({ visibility, kind, key }) => !visibility && kind !== "question" && lot(key, "heard") < 0.11)
    .flatMap((insight) => {
      const many = 1 + Math.floor(lot(insight.key, "many") * 2.4);
      const others = demoColleagues.filter(({ handle }) => handle !== insight.by);
      const from = Math.floor(lot(insight.key, "who") * others.length);
      return Array.from({ length: many }, (_, at) => others[(from + at * 5) % others.length]?.handle ?? "")
        .filter((by, at, all) => all.indexOf(by) === at && !taken.has(`${insight.key} ${by}`))
        .map((by) =>
          voiceOf(insight, { by, days: Math.floor(lot(insight.key, by) * 9), channel: "", words: "" }, clock),
        );
    });
  return [...said, ...picked];
}

/** What was said beneath the demonstration's insights, answers to questions among it. */
export function demoCommentsAt(clock: Clock): DemoComment[] {
  const all = [
    ...cells(demoComments).map((line) => ({ line, answers: false })),
    ...cells(demoAnswers).map((line) => ({ line, answers: true })),
  ];
  return all.map(({ line: [about = "", by = "", hours = "1", body = ""], answers }) => {
    const { postedAt } = demoDates(insightOf(about), clock);
    return {
      about,
      by,
      at: notAfter(new Date(postedAt.getTime() + Number(hours) * hour), clock),
      body,
      answers,
    };
  });
}

/** The key under which a comment is posted once. */
export function commentKey({ about, body }: Pick<DemoComment, "about" | "body">): string {
  return `demo-${about}-${body.length}`;
}

/** Who thanked whom, by a rule. */
export function demoThanksAt(clock: Clock): DemoThanks[] {
  return demoInsights
    .filter(({ visibility, key }) => !visibility && lot(key, "thanked") < 0.12)
    .flatMap((insight) => {
      const { postedAt } = demoDates(insight, clock);
      const others = demoColleagues.filter(({ handle }) => handle !== insight.by);
      const many = 1 + Math.floor(lot(insight.key, "thanks") * 3);
      const from = Math.floor(lot(insight.key, "thanking") * others.length);
      return Array.from({ length: many }, (_, at) => ({
        about: insight.key,
        by: others[(from + at * 7) % others.length]?.handle ?? "",
        at: notAfter(new Date(postedAt.getTime() + (at + 1) * 3 * hour), clock),
      }));
    });
}

function voiceOf(
  insight: DemoInsight,
  { by, days, channel, words }: { by: string; days: number; channel: string; words: string },
  clock: Clock,
): DemoVoice {
  const { heardOn: first, postedAt } = demoDates(insight, clock);
  const today = dayIn(clock.timeZone, clock.now);
  const day = daysAfter(first, days);
  const heardOn = day > today ? today : day;
  const at = notAfter(
    new Date(Math.max(postedAt.getTime() + hour, Date.parse(`${heardOn}T11:20:00Z`))),
    clock,
  );
  return { about: insight.key, by, heardOn, at, channel, words };
}

function notAfter(at: Date, { now }: Clock): Date {
  const latest = new Date(now.getTime() - 30_000);
  return at > latest ? latest : at;
}

function insightOf(key: string): DemoInsight {
  const insight = byKey.get(key);
  if (!insight) throw new Error(`the demonstration has no insight ${key}`);
  return insight;
}

function cells(lines: string): string[][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

/** Between 0 and 1, always the same for the same words. */
function lot(...words: string[]): number {
  let hash = 2_166_136_261;
  for (const character of words.join(" ")) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
