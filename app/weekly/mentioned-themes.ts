import { wordsOf } from "../search/query-words.ts";
import { wordStem } from "../search/word-stem.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { HeardRow } from "./heard-row.ts";
import { phrasesIn } from "./phrases.ts";
import { fewest, type Mentions, type Rising } from "./rising.ts";

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
  const phrases = (row: HeardRow) => phrasesIn(row.text).map(({ key, words }) => ({ key, name: words }));
  // Only what this week says often enough can rise: of the weeks before nothing else is counted.
  const said = counted(
    rows.filter(({ week }) => week === monday),
    phrases,
  );
  const frequent = new Set(
    [...said].flatMap(([key, { rows: of }]) => (of.length >= fewest.mentions && !known.has(key) ? key : [])),
  );
  const byPhrase =
    frequent.size === 0 ? said : counted(rows, (row) => phrases(row).filter(({ key }) => frequent.has(key)));

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
  const repeated = [...byPhrase.values()].map((phrase) => asTheme("phrase", phrase));
  return [...tags, ...withoutParts(repeated)].filter(({ insights }) => insights.length > 0);
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

/** Tags and departments as phrases are compared, and every part of what they are called. */
function namesKnown(rows: readonly HeardRow[], tags: readonly string[]): Set<string> {
  const places = new Set(rows.flatMap(({ departments }) => departments.map(({ name }) => name)));
  const known = new Set<string>();
  for (const name of [...tags, ...places]) {
    const words = wordsOf(name).map(wordStem);
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1) known.add(words.slice(from, to).join(" "));
  }
  return known;
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
