import type { TransactionSql } from "postgres";
import { newId } from "../new-id.server.ts";
import { isGoing } from "./mark-going.server.ts";
import { fateOf, type RowLinks } from "./row-links.server.ts";

/** Who stands where a colleague of the demonstration had a hand in something that stays. */
const standIn = { handle: "of-the-demonstration", name: "A colleague of the demonstration" };

/** Takes away what is marked, in an order in which nothing names what is gone; how many rows of each table. */
export async function takeAway(
  tx: TransactionSql,
  rowLinks: RowLinks,
  onTable: (table: string, rows: number) => void,
): Promise<Map<string, number>> {
  for (const link of rowLinks.links) {
    if (fateOf(link) !== "is emptied") continue;
    const { table, column, to } = link;
    await tx`
      update ${tx(table)} set ${tx(column)} = null
      where ${tx(column)} in (select going.id from going where tab = ${to})`;
  }
  await putStandIn(tx, rowLinks);
  const removed = new Map<string, number>();
  for (const table of inOrder(rowLinks)) {
    const { count } = await tx`delete from ${tx(table)} where ${isGoing(tx, rowLinks, table)}`;
    if (count > 0) removed.set(table, count);
    onTable(table, count);
  }
  return removed;
}

/** What stays and names somebody who goes names a disabled account instead, made only when there is such a thing. */
async function putStandIn(tx: TransactionSql, rowLinks: RowLinks): Promise<void> {
  let id: string | undefined;
  for (const link of rowLinks.links) {
    if (fateOf(link) !== "gets a stand-in") continue;
    const [table, column] = [tx(link.table), tx(link.column)];
    const left = tx`${column} in (select going.id from going where tab = 'people')
      and not ${isGoing(tx, rowLinks, link.table)}`;
    const [found] = await tx`select 1 from ${table} where ${left} limit 1`;
    if (!found) continue;
    id ??= await findOrMakeStandIn(tx);
    await tx`update ${table} set ${column} = ${id} where ${left}`;
  }
  await emptyLedger(tx, rowLinks, () => findOrMakeStandIn(tx));
}

async function findOrMakeStandIn(tx: TransactionSql): Promise<string> {
  const [there] = await tx<{ id: string }[]>`select id from people where handle = ${standIn.handle}`;
  if (there) return there.id;
  const id = newId();
  await tx`
    insert into people (id, handle, name, email, role, job_title, team_id, disabled_at)
    select ${id}, ${standIn.handle}, ${standIn.name}, 'of-the-demonstration@corridor.invalid', 'assistant',
      'Left with the demonstration', team_id, now()
    from people where id not in (select going.id from going where tab = 'people') order by seq limit 1`;
  await tx`insert into events (id, name, subject_id) values (${newId()}, 'person.created', ${id})`;
  return id;
}

/**
 * What the demonstration's people did leaves the ledger with what they did it to; what they did to something that stays
 * keeps its line. Only the owner of the tables can do this, and nothing but this does.
 */
async function emptyLedger(
  tx: TransactionSql,
  { withId }: RowLinks,
  findStandIn: () => Promise<string>,
): Promise<void> {
  const theirs = tx`actor_id in (select going.id from going where tab = 'people')`;
  const [somebody] = await tx`
    select 1 from people where id not in (select going.id from going where tab = 'people') limit 1`;
  await tx`create temporary table staying (id uuid primary key) on commit drop`;
  for (const table of withId) {
    await tx`
      insert into staying select id from ${tx(table)} as one
      where not exists (select from going where tab = ${table} and going.id = one.id) on conflict do nothing`;
  }
  const stays = somebody
    ? tx`(subject_id is null or exists (select from staying where staying.id = subject_id))`
    : tx`false`;
  await tx`alter table events disable trigger events_append_only`;
  await tx`
    delete from events where (${theirs} and not ${stays})
      or (actor_id is null and subject_id in (select going.id from going))
      or name in ('demonstration.filled', 'demonstration.brought-forward')`;
  const [left] = await tx`select 1 from events where ${theirs} limit 1`;
  if (left) await tx`update events set actor_id = ${await findStandIn()} where ${theirs}`;
  await tx`alter table events enable trigger events_append_only`;
}

/** Tables in which something goes, those that name others first. */
function inOrder({ links, withId }: RowLinks): string[] {
  const going = links.filter((link) => fateOf(link) === "goes" && link.table !== link.to);
  const left = new Set([...withId, ...going.flatMap(({ table, to }) => [table, to])]);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((one) => !going.some(({ table, to }) => to === one && left.has(table)));
    if (free.length === 0) throw new Error(`these tables name each other: ${[...left].join(", ")}`);
    for (const table of free) left.delete(table);
    order.push(...free);
  }
  return order;
}
