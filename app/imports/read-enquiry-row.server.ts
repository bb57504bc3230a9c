import {
  type Effort,
  type EnquiryKind,
  efforts,
  enquiryKindNames,
  enquiryKinds,
  enquiryLimits,
} from "../desk/enquiry.ts";
import type { Day } from "../settings/calendar.ts";
import { type DepartmentWord, inOurWords } from "../settings/our-words.ts";
import { cleanLine, cutTo } from "../text/clean-text.ts";
import { plainCell } from "../text/csv-cell.ts";
import type { EnquiryColumn, EnquiryMapping } from "./enquiry-mapping.ts";
import type { KnownDepartment } from "./find-known-names.server.ts";
import { columnNames } from "./import-mapping.ts";
import { comparable } from "./known-words.ts";
import { readDay } from "./read-day.ts";
import { ownColumns, rowKey } from "./row-key.server.ts";

export type ReadEnquiry = {
  askedOn: Day;
  departmentId: string | null;
  source: string;
  kind: EnquiryKind;
  effort: Effort | null;
  count: number;
  key: string;
};

export type ReadEnquiryRow =
  | { outcome: "read"; enquiry: ReadEnquiry }
  | { outcome: "refused"; problem: string };

const otherWords: Record<string, EnquiryKind> = {
  direction: "directional",
  directions: "directional",
  "directional question": "directional",
  circulation: "library-use",
  policy: "library-use",
  policies: "library-use",
  it: "technical",
  printing: "technical",
  technology: "technical",
  "e resources": "access",
  access: "access",
  "known item": "finding",
  reference: "research",
  "subject enquiry": "research",
  consultation: "research",
  citation: "referencing",
  "research data": "data-publishing",
  "open access": "data-publishing",
  unknown: "other",
};

const kindWords = new Map<string, EnquiryKind>([
  ...Object.entries(otherWords),
  ...enquiryKinds.flatMap((kind): [string, EnquiryKind][] => [
    [comparable(kind), kind],
    [comparable(enquiryKindNames[kind]), kind],
  ]),
]);
const yesWords = new Set(["yes", "y", "true", "1", "x", "directional"]);

type Given = {
  headings: readonly string[];
  mapping: EnquiryMapping;
  departments: ReadonlyMap<string, KnownDepartment>;
  today: Day;
  word: DepartmentWord;
};

/** Reads rows of one file of enquiries, in their order: the second of two alike is another than the first. */
export function enquiryRowReader({
  headings,
  mapping,
  departments,
  word,
  today,
}: Given): (cells: readonly string[]) => ReadEnquiryRow {
  const names = columnNames(headings);
  const places = new Map(names.map((name, place) => [name, place]));
  const counted = names.flatMap((name, place) => (ownColumns.has(name) ? [] : [place]));
  const seen = new Map<string, number>();

  return (cells) => {
    const problems: string[] = [];
    const cell = (meaning: EnquiryColumn): string => {
      const place = places.get(mapping.columns[meaning] ?? "");
      return place === undefined ? "" : cleanLine(plainCell(cells[place] ?? ""));
    };
    const day = readDay(cell("askedOn"), mapping.dates);
    if (!day) problems.push(`“${cutTo(40, cell("askedOn"))}” is no date that can be read`);
    else if (day > today) problems.push("The day is in the future");
    const departmentId = readDepartment();
    const source = cutTo(enquiryLimits.sourceCharacters, cell("source") || mapping.defaults.source);
    if (!source) problems.push("It does not say where it came in");
    const kind = readKind();
    const effort = readEffort();
    const count = readCount();
    if (!day || problems.length > 0) return { outcome: "refused", problem: problems.join("; ") };
    const key = numbered(
      rowKey({
        scope: "enquiries",
        id: cell("externalId"),
        cells: counted.map((place) => cells[place] ?? ""),
      }),
    );
    return { outcome: "read", enquiry: { askedOn: day, departmentId, source, kind, effort, count, key } };

    function numbered(key: string): string {
      if (cell("externalId")) return key;
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return number === 1 ? key : `${key}:${number}`;
    }

    function readDepartment(): string | null {
      const asked = cell("department");
      if (!asked) return null;
      const found = departments.get(comparable(asked));
      if (found && !found.closed) return found.id;
      if (!mapping.lenient)
        problems.push(
          found
            ? `${found.name} is closed`
            : `“${cutTo(60, asked)}” ${inOurWords("is no department here", word)}`,
        );
      return null;
    }

    function readKind(): EnquiryKind {
      if (yesWords.has(comparable(cell("directional")))) return "directional";
      const asked = cell("kind");
      if (!asked) return mapping.defaults.kind;
      const kind = kindWords.get(comparable(asked));
      if (!kind && !mapping.lenient) problems.push(`“${cutTo(40, asked)}” is no kind of enquiry`);
      return kind ?? "other";
    }

    function readEffort(): Effort | null {
      const asked = cell("effort");
      if (!asked) return null;
      const number = /^(?:READ\s*)?([1-6])(?:\.0+)?\b/i.exec(asked)?.[1];
      if (!number) problems.push(`“${cutTo(20, asked)}” is no effort from 1 to 6`);
      return efforts.find((effort) => String(effort) === number) ?? null;
    }

    function readCount(): number {
      const asked = cell("count") || "1";
      const number = /^\d{1,4}(\.0+)?$/.test(asked) ? Number(asked) : 0;
      if (number < 1) problems.push(`“${cutTo(20, asked)}” is no number of enquiries`);
      return number;
    }
  };
}
