import { demoInsights } from "#db/demo/content/all-insights.ts";
import type { DemoInsight } from "#db/demo/content/types.ts";
import { type Random, seededRandom } from "./random.ts";

/** The demonstration's insights taken apart, to be put together anew. */
const parts = demoInsights.map((insight) => ({ insight, sentences: sentencesOf(insight.body) }));

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.length > 0);
}

const openings = ["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w"];
const middles = ["an", "el", "or", "im", "ath", "ur", "ed", "is", "ow", "and", "arr", "enn"];
const endings = ["ley", "ton", "worth", "by", "son", "field", "well", "er", "ham", "ford", "sley", "wick"];

/** Names as an institution of that size has them: a vocabulary that grows with the library. */
function surname(random: Random): string {
  const name = random.pick(openings) + random.pick(middles) + random.pick(middles) + random.pick(endings);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function aside(random: Random): string {
  const who = surname(random);
  return random.pick([
    `Ask Dr ${who} in room ${1 + random.below(6)}.${10 + random.below(80)}.`,
    `It came up with Professor ${who} again.`,
    `${who} will write on ${1 + random.below(28)} March.`,
    `About ${5 + random.below(300)} students, says ${who}.`,
  ]);
}

/** An insight of the demonstration's that lends its kind, tags and departments, and a text of its own. */
export function makeText(random: Random): { like: DemoInsight; body: string } {
  const { insight, sentences } = random.pick(parts);
  const said = [random.pick(sentences)];
  while (said.length < Math.min(sentences.length, 3)) said.push(random.pick(random.pick(parts).sentences));
  if (random.next() < 0.6) said.push(aside(random));
  return { like: insight, body: said.join(" ") };
}

export type Query = { q: string; department?: string };

const telling = /\p{L}{4,}/gu;

/** Searches of one to three words that stand together somewhere, every second within a department. */
export function makeQueries(count: number): Query[] {
  const random = seededRandom(11);
  return Array.from({ length: count }, (_, at) => {
    const { insight, sentences } = random.pick(parts);
    const words = random.pick(sentences).match(telling) ?? ["library"];
    const start = random.below(words.length);
    const q = words.slice(start, start + 1 + (at % 3)).join(" ");
    return at % 2 === 0 ? { q } : { q, department: insight.departments[0] };
  });
}

/** What stands in the box while a word is being typed: its first two to six letters. */
export function makeKeystrokes(count: number): Query[] {
  const random = seededRandom(12);
  return makeQueries(count).map(({ q }) => ({ q: q.slice(0, 2 + random.below(5)).trim() }));
}

/** Sentences pasted whole, as somebody asks whether it has been said before. */
export function makeSentences(count: number): Query[] {
  const random = seededRandom(13);
  const long = parts.flatMap(({ sentences }) => sentences).filter((text) => text.split(" ").length >= 12);
  return Array.from({ length: count }, () => ({ q: random.pick(long) }));
}
