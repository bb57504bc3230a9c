import { contactRoleNames } from "../departments/contact.ts";
import { markdownText as said } from "../text/markdown-text.ts";
import type { Briefing, Met, Placed } from "./briefing.ts";
import { requestWords } from "./evidence-words.ts";
import type { HeardThing } from "./list-last-things.server.ts";
import { benefitNames } from "./phrase.ts";
import type { Proven } from "./phrases-for.ts";

/** A briefing's parts as Markdown; as on paper, only what all staff may read. */
export function briefingParts(
  briefing: Briefing,
  heard: (thing: HeardThing) => string,
): (string | string[])[] {
  const { meet, friends, newPeople, careAbout, unmet, approach, notToRepeat, figures, last, phrases } =
    briefing;
  const parts: [title: string, lines: string[]][] = [
    ["Who you will meet", meet.map(person)],
    ["Our friends there", friends.map(person)],
    ["New people", newPeople.filter(onPaper).map(person)],
    [
      "What they care about",
      [...careAbout.map(labelled), ...unmet.map((need) => `* **Not met:** ${said(need)}`)],
    ],
    ["How to approach them", approach.map(labelled)],
    ["What not to repeat", notToRepeat.map((text) => `* ${said(text)}`)],
    [
      "What they ask at our desks",
      [`* ${requestWords(figures.month, "month")}`, `* ${requestWords(figures.year, "year")}`],
    ],
    ["Last heard, by any team", last.filter(onPaper).map(heard)],
    [
      "What worked elsewhere",
      [
        ...phrases.byBenefit.flatMap(({ benefit, phrases: them }) =>
          them.map((phrase) => `* **${benefitNames[benefit]}:** ${proven(phrase)}`),
        ),
        ...phrases.objections.map((objection) => `* ${proven(objection)}`),
      ],
    ],
  ];
  return parts.filter(([, lines]) => lines.length > 0).flatMap(([title, lines]) => [`### ${title}`, lines]);
}

function onPaper({ on }: Placed<object>): boolean {
  return on !== "screen";
}

function person({ name, role, about, insightId }: Met & { insightId?: string | null }): string {
  if (insightId) return `* ${said(name)}`;
  return `* **${said(name)}**, ${contactRoleNames[role].toLowerCase()}${about && `: ${said(about)}`}`;
}

function labelled({ label, text }: { label: string; text: string }): string {
  return `* **${label}:** ${said(text)}`;
}

function proven({ text, answer, where }: Proven): string {
  return `“${said(text)}” ${said(answer)} (${where.map(said).join(", ")})`.replace("”  (", "” (");
}
