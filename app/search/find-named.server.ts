import { sql } from "drizzle-orm";
import { contactRoleNames } from "#app/departments/contact.ts";
import { departmentKindNames } from "#app/departments/department.ts";
import type { UnchangedSince } from "#app/events/stands-unchanged.server.ts";
import { readerValues } from "#app/insights/readable.server.ts";
import { commentAnchor } from "#app/insights/talk.ts";
import type { Person } from "#app/people/person.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { askedWords, termsOf } from "./asked-words.ts";
import { excerptWithMarks } from "./excerpt-words.ts";
import { likelyNamed } from "./kept-names.server.ts";
import { type Named, type NamedKind, namedKinds } from "./named.ts";
import { commentRows, contactRows, departmentRows, personRows, tagRows } from "./named-in-sql.server.ts";
import type { QueryWords } from "./query-words.ts";
import type { SearchRequest } from "./search-request.ts";

const mostWords = 6;
const shownOfEach = 4;

type Row = {
  kind: NamedKind;
  key: string;
  slug: string;
  title: string;
  role: string;
  more: string;
  above: string;
};

/**
 * Departments, contacts, colleagues, tags and comments that this person may know of and that all the words point to, the
 * best of each kind first. Read where they are kept, so that what was changed a moment ago is found as it is now, and
 * with the engine away as well. With `unchangedSince`, whether anything has changed is asked anyway: then names are looked
 * for among those only that may be it.
 */
export async function findNamed({
  person,
  request,
  unchangedSince,
}: {
  person: Person;
  request: Pick<SearchRequest, "q" | "meanings">;
  /** As `AppLoadContext` has it. */
  unchangedSince?: UnchangedSince;
}): Promise<Named[]> {
  const query = askedWords(request);
  const words = query.words.slice(0, mostWords);
  if (words.length === 0 || query.words.length > mostWords) return [];
  const terms = termsOf({ ...query, words, lastIsPrefix: true }).join(" & ");
  const sought = words.map((word) => [word, ...(query.also?.get(word) ?? [])]);
  const values = { words, patterns: sought.map(patternOf), whole: words.join(" "), ...readerValues(person) };
  const naming = async (): Promise<Row[]> => {
    const likely = unchangedSince && likelyNamed(sought, unchangedSince);
    if (!likely) return named({ ...values, only: null });
    const { ids, stands } = likely;
    const [rows, isRight] = await Promise.all([
      ids.length > 0 ? named({ ...values, only: ids }) : [],
      stands,
    ]);
    return isRight ? rows : named({ ...values, only: null });
  };
  const rows = (await Promise.all([naming(), comments({ ...values, terms })])).flat();
  return namedKinds.flatMap((kind) =>
    rows.filter((row) => row.kind === kind).map((row) => shown(row, { ...query, words })),
  );
}

const named = preparedStatement<Row>(
  () => sql`
    select kind, key, slug, title, role, more, above from (
      select rows.*, row_number() over (partition by kind order by rank desc, length(title), title) as place
      from (${departmentRows()} union all ${contactRows()} union all ${personRows()} union all ${tagRows()}) rows
    ) ranked where place <= ${shownOfEach} order by kind, place`,
);

const comments = preparedStatement<Row>(() => sql`${commentRows()} limit ${shownOfEach}`);

/** That one of them begins a word. They hold letters, digits and spaces alone, so none is a sign of a pattern. */
function patternOf(terms: readonly string[]): string {
  return `\\m(${terms.map((term) => term.replaceAll(" ", "[^[:alnum:]]+")).join("|")})`;
}

function shown(row: Row, query: QueryWords): Named {
  const { kind, key, slug, title, role, more, above } = row;
  const said = (...parts: string[]) => parts.filter((part) => part !== "").join(" · ");
  switch (kind) {
    case "department": {
      const name = departmentKindNames[role as keyof typeof departmentKindNames] ?? "";
      const where = above === "" ? name : `${name} in ${above}`;
      return { kind, key, title, to: `/departments/${slug}`, detail: said(where, more && `also ${more}`) };
    }
    case "contact": {
      const name = contactRoleNames[role as keyof typeof contactRoleNames] ?? "";
      return {
        kind,
        key,
        title,
        to: `/departments/${slug}/contacts#${key}`,
        detail: said(`Contact, ${name.toLowerCase()}`, above, more),
      };
    }
    case "person":
      return {
        kind,
        key,
        title,
        to: `/search?person=${slug}`,
        detail: said("Colleague", `@${slug}`, role, more),
      };
    case "tag":
      return {
        kind,
        key,
        title,
        to: `/tags/${encodeURIComponent(slug)}`,
        detail: said("Theme", more && `also ${more}`),
      };
    case "comment":
      return {
        kind,
        key,
        title: excerptWithMarks(title, query),
        to: `/insights/${slug}#${commentAnchor(key)}`,
        detail: said(`Comment by ${more}`, above),
      };
  }
}
