import type { TransactionSql } from "postgres";
import { demoTeams } from "./content/people.ts";
import { fateOf, type RowLinks } from "./row-links.server.ts";

/** What people's own things may hang on: of the demonstration, and yet kept for their sake. */
const grounds = ["departments", "tags", "teams"] as const;
type Ground = (typeof grounds)[number];

/** These describe a ground and are no reason to keep it. */
const describing = new Set([
  "department_aliases",
  "department_moved_insights",
  "departments",
  "follows",
  "tag_merges",
  "tag_synonyms",
  "tags",
]);

/** Where a ground itself names another that must stay with it. */
const leansOn: Record<Ground, readonly string[]> = {
  departments: ["parent_id", "merged_into_id"],
  tags: ["merged_into_id"],
  teams: [],
};

/**
 * Marks in the temporary table `going` every row with an id that goes with the demonstration: its people and all that
 * is theirs, and the departments, tags and teams of it that nobody else's things hang on.
 */
export async function markGoing(tx: TransactionSql, rowLinks: RowLinks): Promise<void> {
  await tx`create temporary table going (tab text not null, id uuid not null, primary key (tab, id)) on commit drop`;
  await tx`insert into going select 'people', id from people where demonstration`;
  await followLinks(tx, rowLinks);
  await markNoted(tx, rowLinks);
  await followLinks(tx, rowLinks);
  await tx`insert into going select 'word_groups', id from word_groups as said where not exists (
    select from word_group_revisions r where r.group_id = said.id
      and r.changed_by not in (select id from going where tab = 'people'))`;
  await tx`insert into going select 'departments', id from departments where demonstration`;
  await tx`insert into going select 'tags', id from tags
    where created_by is null or created_by in (select id from going where tab = 'people')`;
  await tx`insert into going select 'teams', id from teams where slug = any(${demoTeams.map(({ slug }) => slug)})`;
  for (const ground of grounds) await keepWhatIsUsed(tx, rowLinks, ground);
  await followLinks(tx, rowLinks);
  await tx`analyze going`;
}

/** What is about something that goes, goes; and what is about that; until there is no more. */
async function followLinks(tx: TransactionSql, { links, withId }: RowLinks): Promise<void> {
  const following = links.filter((link) => fateOf(link) === "goes" && withId.has(link.table));
  for (let more = 1; more > 0; ) {
    more = 0;
    for (const { table, column, to } of following) {
      const { count } = await tx`
        insert into going select ${table}, id from ${tx(table)}
        where ${tx(column)} in (select id from going where tab = ${to}) on conflict do nothing`;
      more += count;
    }
  }
}

/** What was noted about a department goes unless somebody who stays has written a version of it. */
async function markNoted(tx: TransactionSql, { noted }: RowLinks): Promise<void> {
  for (const table of noted) {
    await tx`
      insert into going select ${table}, id from ${tx(table)} as entry
      where noted_by in (select id from going where tab = 'people') and not exists (
        select from department_revisions r where r.subject_id = entry.id
          and r.edited_by not in (select id from going where tab = 'people'))
      on conflict do nothing`;
  }
}

async function keepWhatIsUsed(tx: TransactionSql, rowLinks: RowLinks, ground: Ground): Promise<void> {
  const users = rowLinks.links.filter(({ table, to }) => to === ground && !describing.has(table));
  for (const { table, column } of users) {
    await tx`
      delete from going where tab = ${ground} and id in (
        select ${tx(column)} from ${tx(table)}
        where not ${isGoing(tx, rowLinks, table, { evenWithoutGround: true })} and ${isSomebodys(tx, rowLinks, table)})`;
  }
  for (let more = 1; more > 0; ) {
    more = 0;
    for (const column of leansOn[ground]) {
      const { count } = await tx`
        delete from going where tab = ${ground} and id in (
          select ${tx(column)} from ${tx(ground)} as used
          where not exists (select from going where tab = ${ground} and going.id = used.id))`;
      more += count;
    }
  }
}

/** True of a row that goes, whether it has an id of its own or not; or that would go if all departments, tags and teams stayed. */
export function isGoing(
  tx: TransactionSql,
  { links, withId }: RowLinks,
  table: string,
  { evenWithoutGround = false } = {},
) {
  const itself = withId.has(table)
    ? tx`exists (select from going where tab = ${table} and going.id = ${tx(table)}.id)`
    : tx`false`;
  const through = links.filter(
    (link) =>
      link.table === table &&
      fateOf(link) === "goes" &&
      !(evenWithoutGround && grounds.some((ground) => ground === link.to)),
  );
  return tx`(${through.reduce(
    (all, { column, to }) => tx`${all} or ${tx(column)} in (select going.id from going where tab = ${to})`,
    itself,
  )})`;
}

/** True of a row in which somebody who stays had a hand, and of one that names nobody. */
function isSomebodys(tx: TransactionSql, { links }: RowLinks, table: string) {
  const hands = links.filter((link) => link.table === table && link.to === "people");
  if (hands.length === 0) return tx`true`;
  return tx`(${hands.reduce(
    (all, { column }) => tx`${all} or ${tx(column)} not in (select going.id from going where tab = 'people')`,
    tx`false`,
  )})`;
}
