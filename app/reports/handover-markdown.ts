import { approachOutcomeNames, approachWayNames } from "../departments/approach.ts";
import { contactRoleNames } from "../departments/contact.ts";
import { insightKindNames } from "../insights/insight.ts";
import { markdownText as said } from "../text/markdown-text.ts";
import { exactDate, monthWords } from "../ui/dates.ts";
import { briefingParts } from "./briefing-markdown.ts";
import type { HandoverPack } from "./handover-pack.ts";
import type { HeardThing } from "./list-last-things.server.ts";

type Writing = { pack: HandoverPack; by: string; today: string; origin: string };

/** A handover pack as a Markdown file: whatever anybody wrote is text in it and nothing more. */
export function handoverMarkdown({ pack, by, today, origin }: Writing): string {
  const { briefing, sentences, toAsk, asked, months, contacts, approaches, liaisons } = pack;
  const { slug, name } = briefing.department;
  const heard = (thing: HeardThing) => `* ${heardWords(thing)}`;
  const parts: (string | string[])[] = [
    `# ${said(name)}: handover`,
    `Taken out of Corridor by ${said(by)} on ${exactDate(today)}, as far as they may read. For the library’s staff. It stands at ${origin}/departments/${slug}/handover`,
    "## Briefing",
    ...briefingParts(briefing, heard),
    "## What we know",
    sentences.flatMap(({ sentence, citations }) => [
      `* ${said(sentence)}`,
      ...citations.map(
        ({ text, heardOn, visibility }) =>
          `    * ${said(text)} (${exactDate(heardOn)})${onlyTeam(visibility)}`,
      ),
    ]),
    "## Open questions",
    [...toAsk.map((question) => `* ${said(question)}`), ...asked.map(heard)],
    "## The past year",
    ...months.flatMap(({ month, count, things }) => [
      `### ${monthWords(month)}: ${count === 1 ? "1 insight" : `${count} insights`}`,
      things.map(heard),
      count > things.length ? `${count - things.length} more are in Corridor.` : "",
    ]),
    "## Contacts",
    contacts.map(({ name, role, place, does, worksOn, since, until }) => {
      const about = [place, does, worksOn && `works on ${worksOn}`].filter(Boolean).join("; ");
      const days = [since && `since ${exactDate(since)}`, until && `until ${exactDate(until)}`];
      const rest = [about && said(about), ...days].filter(Boolean).join("; ");
      return `* **${said(name)}**, ${contactRoleNames[role].toLowerCase()}${rest && `: ${rest}`}`;
    }),
    "## What was offered",
    approaches.map(({ way, what, madeOn, outcome, learned, noted }) => {
      const came = outcome ? approachOutcomeNames[outcome].toLowerCase() : "no answer yet";
      const how = `${approachWayNames[way]}, ${exactDate(madeOn)}, by ${said(noted.by)}: ${came}`;
      return `* ${said(what)} (${how})${learned && `. ${said(learned)}`}`;
    }),
    "## Who looked after it",
    liaisons.map(({ name, part, from, until }) => {
      const days = until ? `${exactDate(from)} to ${exactDate(until)}` : `since ${exactDate(from)}`;
      return `* ${said(name)}${part === "co-owner" ? ", with others" : ""}, ${days}`;
    }),
  ];
  return `${parts
    .map((part) => (typeof part === "string" ? part : part.join("\n")))
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function heardWords({ text, kind, visibility, heardOn, phrase, by, team, voices }: HeardThing): string {
  const facts = [
    kind === "observation" ? "" : insightKindNames[kind],
    phrase,
    exactDate(heardOn),
    `by ${by}, ${team}`,
    voices > 1 ? `heard by ${voices} people` : "",
  ];
  return `${said(text)} (${said(facts.filter(Boolean).join(", "))})${onlyTeam(visibility)}`;
}

function onlyTeam(visibility: HeardThing["visibility"]): string {
  return visibility === "team" ? " **Only the team it was posted from may read this**" : "";
}
