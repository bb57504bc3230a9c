import { folded } from "../insights/search-text.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "../text/clean-text.ts";
import type { MatchedPlace } from "./where-matched.ts";

type Found = {
  excerpt: string;
  matched: readonly MatchedPlace[];
  voices: number;
  voiceTeams: number;
  heardOn: string;
  lastHeardOn: string | null;
  supersededById: string | null;
};

const marked = new RegExp(`${HIGHLIGHT_START}([^${HIGHLIGHT_END}]*)${HIGHLIGHT_END}`, "gu");
const recentDays = 31;
const mostWords = 8;

/**
 * Why an insight was found and stands where it does, in a few words: only from what its card shows this reader anyway,
 * never from how often a word occurs elsewhere.
 */
export function whyHere(found: Found, today: Day): string[] {
  const { excerpt, matched, voices, voiceTeams, heardOn, lastHeardOn, supersededById } = found;
  const words = markedIn([excerpt, ...matched.map(({ text }) => text)]);
  const said = words.slice(0, mostWords).map((word) => `“${word}”`);
  const why = [said.length > 0 ? `It has ${listed(said)}` : "It matches by how or when it was heard"];
  if (voices > 1) {
    const teams = voiceTeams > 1 ? ` in ${voiceTeams} teams` : "";
    why.push(`heard by ${voices} people${teams}`);
  }
  if ((lastHeardOn ?? heardOn) >= daysAfter(today, -recentDays)) why.push("heard in the last month");
  if (supersededById) why.push("replaced since by a newer one, so further down");
  return why;
}

function markedIn(texts: readonly string[]): string[] {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const [, word = ""] of text.matchAll(marked)) {
      if (word !== "" && !words.has(folded(word))) words.set(folded(word), word);
    }
  }
  return [...words.values()];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
