import { type InsightDraft, readDraft } from "../insights/insight-draft.ts";
import type { Day } from "../settings/calendar.ts";
import { inOurWords } from "../settings/our-words.ts";
import { cutTo } from "../text/clean-text.ts";
import { plainCell } from "../text/csv-cell.ts";
import {
  authorName,
  type KnownAuthor,
  type KnownChannel,
  type KnownDepartment,
  type KnownNames,
} from "./find-known-names.server.ts";
import { type ColumnMeaning, columnNames, type ImportMapping, leftOut } from "./import-mapping.ts";
import { basisWords, comparable, kindWords, visibilityWords } from "./known-words.ts";
import { readDay } from "./read-day.ts";
import { ownColumns, rowKey } from "./row-key.server.ts";

type Unknown = { of: "departments" | "channel"; value: string };

export type ReadRow =
  | {
      outcome: "read";
      draft: InsightDraft;
      departments: KnownDepartment[];
      channel: KnownChannel;
      author: KnownAuthor;
      key: string;
    }
  | { outcome: "refused"; problem: string; unknown: Unknown[] };

export type RowReader = (cells: readonly string[]) => ReadRow;

type Given = {
  headings: readonly string[];
  mapping: ImportMapping;
  known: KnownNames;
  importer: KnownAuthor;
  today: Day;
};

/** Reads rows of one file: what each would post, or every reason why it cannot. */
export function rowReader({ headings, mapping, known, importer, today }: Given): RowReader {
  const names = columnNames(headings);
  const places = new Map(names.map((name, place) => [name, place]));
  const meanings = new Map(
    mapping.meanings.map(({ of, value, means }) => [`${of} ${comparable(value)}`, means]),
  );
  const say = (sentence: string) => inOurWords(sentence, known.word);
  const counted = names.flatMap((name, place) => (ownColumns.has(name) ? [] : [place]));

  return (cells) => {
    const cell = (meaning: ColumnMeaning): string => {
      const column = mapping.columns[meaning];
      const place = column ? places.get(column) : undefined;
      return place === undefined ? "" : plainCell(cells[place] ?? "").trim();
    };
    const problems: string[] = [];
    const unknown: Unknown[] = [];
    if (cells.length > headings.length) {
      problems.push(
        `The row has ${cells.length} cells under ${headings.length} headings: perhaps a separator in a text without quotation marks`,
      );
    }

    const departments = readDepartments();
    const channel = readChannel();
    const heardOn = cell("heardOn");
    const day = heardOn ? readDay(heardOn, mapping.dates) : today;
    if (!day) problems.push(`“${cutTo(40, heardOn)}” is no date that can be read`);
    const { draft, problem } = readWords();
    if (problem) problems.push(problem);
    if (!draft || !channel || departments.length === 0 || problems.length > 0 || unknown.length > 0) {
      const names = unknown.map(({ of, value }) =>
        of === "channel" ? `“${value}” is no channel here` : `“${value}” ${say("is no department here")}`,
      );
      return { outcome: "refused", problem: [...problems, ...names].join("; "), unknown };
    }
    const author = known.authors.get(authorName(cell("author"))) ?? importer;
    const id = cell("externalId");
    const key = rowKey({ scope: mapping.scope, id, cells: counted.map((place) => cells[place] ?? "") });
    return { outcome: "read", draft, departments, channel, author, key };

    function readDepartments(): KnownDepartment[] {
      const text = cell("departments");
      const wanted = partsOf(text);
      if (wanted.length === 0 && mapping.defaults.department) wanted.push(mapping.defaults.department);
      if (wanted.length === 0) problems.push(say("No department"));
      const found = new Map<string, KnownDepartment>();
      let skipped = 0;
      for (const part of wanted) {
        const department = find("departments", part, known.departments);
        if (department === leftOut) skipped += 1;
        else if (!department) unknown.push({ of: "departments", value: cutTo(200, part) });
        else if (department.closed) problems.push(`${department.name} is closed`);
        else found.set(department.id, department);
      }
      if (skipped > 0 && skipped === wanted.length) problems.push(say("Left out, as its department is"));
      return [...found.values()];
    }

    /** A name may hold a comma or a semicolon: the whole is tried before its parts. */
    function partsOf(text: string): string[] {
      const isKnown = (part: string) => find("departments", part, known.departments) !== undefined;
      if (text === "" || isKnown(text)) return text === "" ? [] : [text];
      const parts = text.split(/[;|\n]/).flatMap((part) => {
        const byComma = part.split(",").map((each) => each.trim());
        return !isKnown(part.trim()) && byComma.every(isKnown) ? byComma : [part.trim()];
      });
      return parts.filter((part) => part !== "");
    }

    function readChannel(): KnownChannel | undefined {
      const asked = cell("channel") || mapping.defaults.channel;
      if (!asked) {
        problems.push("No channel");
        return undefined;
      }
      const channel = find("channel", asked, known.channels);
      if (channel === leftOut) problems.push("Left out, as its channel is");
      else if (channel) return channel;
      else unknown.push({ of: "channel", value: cutTo(200, asked) });
      return undefined;
    }

    function find<Thing>(
      of: Unknown["of"],
      value: string,
      all: Map<string, Thing>,
    ): Thing | typeof leftOut | undefined {
      const means = meanings.get(`${of} ${comparable(value)}`);
      if (means === leftOut) return leftOut;
      return all.get(comparable(means || value));
    }

    function word<Value extends string>(
      meaning: "kind" | "basis" | "visibility",
      words: ReadonlyMap<string, Value>,
    ): Value | undefined {
      const asked = cell(meaning);
      const value = words.get(comparable(asked));
      if (asked && !value) problems.push(`“${cutTo(40, asked)}” is no ${wordNames[meaning]}`);
      return value;
    }

    function readWords(): { draft?: InsightDraft; problem?: string } {
      const more = cell("more");
      const sent = {
        body: more ? `${cell("body")}\n\n${more}` : cell("body"),
        departments: departments.map(({ slug }) => slug),
        channel: channel?.slug ?? "none",
        tags: cell("tags")
          .split(/[;,|\n]/)
          .filter((tag) => tag.trim() !== ""),
        kind: word("kind", kindWords) ?? mapping.defaults.kind,
        basis: word("basis", basisWords) ?? mapping.defaults.basis,
        visibility: word("visibility", visibilityWords) ?? mapping.defaults.visibility,
        heardOn: day ?? today,
      };
      const read = readDraft(
        { ...sent, departments: sent.departments.length ? sent.departments : ["none"] },
        { today },
      );
      if ("draft" in read) return read;
      return { problem: [...new Set(Object.values(read.problems))].join("; ") };
    }
  };
}

const wordNames = { kind: "kind of insight", basis: "basis", visibility: "choice of who may see it" };
