import type { TransactionSql } from "postgres";

/** One column that names a row of another table. */
export type RowLink = { table: string; column: string; to: string; required: boolean };

export type RowLinks = {
  links: readonly RowLink[];
  /** Tables whose rows have an id of their own. */
  withId: ReadonlySet<string>;
  /** Tables of what people note about a department, whose every version is kept. */
  noted: readonly string[];
};

/** Which table names which, as the database itself says: a table that is new cannot be forgotten. */
export async function listRowLinks(tx: TransactionSql): Promise<RowLinks> {
  const links = await tx<RowLink[]>`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as to,
      a.attnotnull as required
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> 'events'::regclass
    order by 1, 2`;
  const columns = await tx<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and (column_name, data_type) in (('id', 'uuid'), ('noted_by', 'uuid'))
      and table_name <> 'events'`;
  const having = (name: string) => columns.filter(({ column }) => column === name).map(({ table }) => table);
  return { links: [...links], withId: new Set(having("id")), noted: having("noted_by") };
}

/** What becomes of a row when the row it names goes. */
export type Fate = "goes" | "is emptied" | "gets a stand-in";

/** It goes along, though it could do without or though somebody else's act is all it names. */
const goesAlong = new Set([
  "department_changes.other_id",
  "drafts.insight_id",
  "enquiries.logged_by",
  "evidence_cards.edited_by",
  "evidence_quotes.chosen_by",
  "files.insight_id",
  "follows.department_id",
  "follows.tag_id",
  "follows.team_id",
  "import_mappings.created_by",
  "issue_picks.picked_by",
  "notifications.actor_id",
  "notifications.api_key_id",
  "notifications.comment_id",
  "notifications.handover_id",
  "notifications.insight_id",
  "notifications.liaison_id",
  "phrases.added_by",
  "tellings.told_by",
  "templates.created_by",
]);

/**
 * What is somebody's own goes with them, and what is about an insight goes with it. What somebody did to a thing of
 * others (an edit, a merger) stays, and so does the thing.
 */
export function fateOf({ table, column, to, required }: RowLink): Fate {
  const name = `${table}.${column}`;
  if (goesAlong.has(name)) return "goes";
  if (name === "tags.created_by") return "is emptied";
  if (to === "people" && column.endsWith("_by")) return "gets a stand-in";
  return required ? "goes" : "is emptied";
}
