import { wordsOf } from "../search/query-words.ts";
import { wordStem } from "../search/word-stem.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { HeardRow } from "./heard-row.ts";
import { phrasesIn } from "./phrases.ts";
import type { Mentions, Rising } from "./rising.ts";

type Theme = { theme: string; is: Rising["is"]; insights: HeardRow[]; mentions: Mentions };
type Counted = { name: string; rows: HeardRow[] };

/**
 * Every tag and phrase this week's insights mention, with how often it was mentioned in the four weeks before. A phrase
 * that only says again what a tag or a department is called is none.
 */
export function mentionedThemes(rows: readonly HeardRow[], monday: Day): Theme[] {
  const weeks = [-28, -21, -14, -7].map((days) => daysAfter(monday, days));
  const totalBefore = weeks.map((week) => rows.filter((row) => row.week === week).length);
  const total = rows.filter(({ week }) => week === monday).length;

  const byTag = counted(rows, ({ tags }) => tags.map((tag) => ({ key: tag, name: tag })));
  const known = namesKnown(rows, [...byTag.keys()]);
  const byPhrase = counted(rows, ({ text }) =>
    phrasesIn(text)
      .filter(({ key }) => !known.some((name) => name.includes(` ${key} `)))
      .map(({ key, words }) => ({ key, name: words })),
  );

  const asTheme = (is: Rising["is"], { name, rows: all }: Counted): Theme => {
    const insights = all.filter(({ week }) => week === monday).sort((a, b) => b.seq - a.seq);
    const before = weeks.map((week) => all.filter((row) => row.week === week).length);
    const people = new Set(insights.map(({ author }) => author)).size;
    return {
      theme: name,
      is,
      insights,
      mentions: { count: insights.length, people, before, total, totalBefore },
    };
  };
  const tags = [...byTag.values()].map((tag) => asTheme("tag", tag));
  const phrases = [...byPhrase.values()].map((phrase) => asTheme("phrase", phrase));
  return [...tags, ...withoutParts(phrases)].filter(({ insights }) => insights.length > 0);
}

function counted(
  rows: readonly HeardRow[],
  named: (row: HeardRow) => readonly { key: string; name: string }[],
): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const row of rows) {
    for (const { key, name } of named(row)) {
      const theme = found.get(key) ?? { name, rows: [] };
      theme.rows.push(row);
      found.set(key, theme);
    }
  }
  return found;
}

/** Tags and departments as phrases are compared, each between spaces. */
function namesKnown(rows: readonly HeardRow[], tags: readonly string[]): string[] {
  const places = new Set(rows.flatMap(({ departments }) => departments.map(({ name }) => name)));
  return [...tags, ...places].map((name) => ` ${wordsOf(name).map(wordStem).join(" ")} `);
}

/** Of phrases that the same insights mention the longest: "text and data" is nothing beside "text and data mining". */
function withoutParts(phrases: readonly Theme[]): Theme[] {
  const frequent = phrases.filter(({ insights }) => insights.length > 1);
  return frequent.filter(
    (one) =>
      !frequent.some(
        (other) =>
          other !== one &&
          other.theme.length > one.theme.length &&
          other.theme.includes(one.theme) &&
          other.mentions.count >= one.mentions.count,
      ),
  );
}
