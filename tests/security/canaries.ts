import { corroborate } from "#app/insights/corroborate.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { tellColleagues } from "#app/insights/tell-colleagues.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import { type Day, dayIn, daysAfter } from "#app/settings/calendar.ts";
import {
  type ADepartment,
  aComment,
  aDepartment,
  anInsight,
  aPerson,
  aTeam,
} from "#tests/support/factories.ts";

const states = ["staff", "team", "me", "hidden", "withdrawn", "team-hidden"] as const;
type State = (typeof states)[number];

export type Canary = {
  state: State;
  id: string;
  /** Stands in the text, and begins the name of its tag. */
  word: string;
  department: ADepartment;
  heardOn: Day;
};

export type Cast = { author: Person; readers: Map<string, Person>; canaries: Canary[] };

/** Who may find a canary by reading and searching. Its own page opens to some more: see `mayOpen`. */
export function mayRead(cast: Cast, who: string, { state }: Canary): boolean {
  if (state === "staff") return true;
  if (state === "team") return cast.readers.get(who)?.team.id === cast.author.team.id;
  return state === "me" && who === "author";
}

/** Who may open a canary by its address: its author always, editors a hidden one they could read. */
export function mayOpen(cast: Cast, who: string, canary: Canary): boolean {
  if (who === "author" || mayRead(cast, who, canary)) return true;
  const isEditor = ["editor", "admin"].includes(cast.readers.get(who)?.role ?? "");
  return isEditor && canary.state === "hidden";
}

const words: Record<State, string> = {
  staff: "zebrafinchstaff",
  team: "nightjarteam",
  me: "corncrakemine",
  hidden: "bitternhidden",
  withdrawn: "wryneckgone",
  "team-hidden": "dotterelboth",
};

/** Weeks apart, so that each has a week to itself, and posted in this one. */
const weeksAgo: Record<State, number> = {
  staff: 0,
  team: 2,
  me: 3,
  hidden: 4,
  withdrawn: 5,
  "team-hidden": 6,
};

/** One insight in each state, each about a department of its own and one they share, each coining two tags. */
export async function plantCanaries(): Promise<Cast> {
  const team = await aTeam();
  const author = await aPerson({ team, role: "assistant" });
  const readers = new Map<string, Person>([["author", author]]);
  for (const role of ["assistant", "liaison", "editor", "admin"] as const) {
    readers.set(role, await aPerson({ role }));
  }
  readers.set("mate", await aPerson({ team }));
  const shared = await aDepartment({ name: "Shared department" });
  for (const { id: personId } of readers.values())
    await saveSearch({ personId, name: "All of it", address: "/search?q=reading", tell: "at-once" });
  const canaries: Canary[] = [];
  for (const state of states) {
    const department = await aDepartment({ name: `Department ${state}` });
    const word = words[state];
    const heardOn = daysAfter(dayIn("Europe/London", new Date()), -7 * weeksAgo[state]);
    const visibility = { team: "team", me: "me", "team-hidden": "team" }[state as string] ?? "staff";
    const sent = { visibility, channel: "visit", tags: [`${word}-chosen`], kind: "need", heardOn };
    const body = `Reading rooms: ${word} heard\n\n#${word}-written`;
    const { id } = await anInsight({ person: author, departments: [department, shared], body, sent });
    await talkAbout({ id, word, author, mate: readers.get("mate")!, heardOn });
    if (state === "withdrawn") await withdrawInsight({ person: author, id });
    canaries.push({ state, id, word, department, heardOn });
  }
  // An editor of the author's own team hides what others could not have read.
  const editor = await aPerson({ team, role: "editor" });
  for (const { state, id } of canaries) {
    if (state.endsWith("hidden")) await hideInsight({ person: editor, id, reason: "for the test" });
  }
  return { author, readers, canaries };
}

type Talked = { id: string; word: string; author: Person; mate: Person; heardOn: Day };

/** The word stands in whatever is said about it too: a voice, a comment, and what goes with telling a colleague. */
async function talkAbout({ id, word, author, mate, heardOn }: Talked): Promise<void> {
  await aComment({ insightId: id, person: author, body: `Again ${word}, @${mate.handle}` });
  // Of what is for its author alone nobody else says anything: the verbs refuse.
  await corroborate({ person: mate, id, voice: { words: `Me too: ${word}`, channel: "", heardOn } });
  const telling = { colleagues: [mate.handle], words: `For you: ${word}` };
  await tellColleagues({ person: author, id, telling });
}
