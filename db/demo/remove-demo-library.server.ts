import postgres, { type TransactionSql } from "postgres";
import { newId } from "../new-id.server.ts";
import { markGoing } from "./mark-going.server.ts";
import { markTouched, mendAfter } from "./mend-after.server.ts";
import { listRowLinks } from "./row-links.server.ts";
import { takeAway } from "./take-away.server.ts";

type Removing = {
  /** The database's address as the role that owns it: nobody else takes lines from the ledger. */
  ownerUrl: string;
  /** Everything is done and counted, then taken back. */
  dryRun?: boolean;
  onTable?: (table: string, rows: number) => void;
};

export type DemoRemoval = {
  /** Rows taken away, by table. */
  removed: ReadonlyMap<string, number>;
  /** Of them: said by people who stay, beneath what goes. */
  theirs: { comments: number; voices: number };
  /** Of them: insights somebody posted while signed in as one of its colleagues. */
  byHand: number;
  kept: { people: number; insights: number; departments: string[] };
  /** Files whose bytes can go now. */
  files: string[];
};

/** Why the demonstration stays for now, in words. */
export class CannotRemove extends Error {}

class TakenBack extends Error {
  readonly removal: DemoRemoval;

  constructor(removal: DemoRemoval) {
    super("only tried");
    this.removal = removal;
  }
}

/**
 * Takes the demonstration away, all of it or nothing: its people and whatever is theirs, its departments, tags and teams
 * that nobody else's things hang on. What people of the library's own added stays. Undefined when there is none.
 */
export async function removeDemoLibrary(removing: Removing): Promise<DemoRemoval | undefined> {
  const sql = postgres(removing.ownerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "corridor demo:remove", lock_timeout: 30_000 },
  });
  try {
    return (await sql.begin((tx) => remove(tx, removing))) as DemoRemoval | undefined;
  } catch (error) {
    if (error instanceof TakenBack) return error.removal;
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function remove(
  tx: TransactionSql,
  { dryRun = false, onTable = () => {} }: Removing,
): Promise<DemoRemoval | undefined> {
  const [there] = await tx`
    select 1 from people where demonstration union all select 1 from departments where demonstration
    union all select 1 from settings where key = 'demonstration' and value = 'true'::jsonb`;
  if (!there) return undefined;
  await requireAdministrator(tx);
  const rowLinks = await listRowLinks(tx);
  await markGoing(tx, rowLinks);
  await markTouched(tx);
  const before = await countWhatMatters(tx);
  const removed = await takeAway(tx, rowLinks, onTable);
  await mendAfter(tx);
  await tx`insert into events (id, name) values (${newId()}, 'demonstration.removed')`;
  const removal = { ...before, removed };
  if (dryRun) throw new TakenBack(removal);
  return removal;
}

/** Whoever stays needs somebody who can look after the library. */
async function requireAdministrator(tx: TransactionSql): Promise<void> {
  const [alone] = await tx`
    select 1 from people where not demonstration and disabled_at is null and not exists (
      select from people where not demonstration and role = 'admin' and disabled_at is null
        and password_hash is not null)`;
  if (alone)
    throw new CannotRemove(
      "Nobody but the demonstration's own administrator could look after this library then: make one first (npm run create-admin).",
    );
}

async function countWhatMatters(tx: TransactionSql): Promise<Omit<DemoRemoval, "removed">> {
  const [counts] = await tx<
    { comments: number; voices: number; byHand: number; people: number; insights: number }[]
  >`
    with gone as (select id from going where tab = 'people'), lost as (select id from going where tab = 'insights')
    select
      (select count(*)::int from comments where insight_id in (select id from lost)
        and author_id not in (select id from gone)) as comments,
      (select count(*)::int from corroborations where insight_id in (select id from lost)
        and person_id not in (select id from gone) and withdrawn_at is null) as voices,
      (select count(*)::int from insights where id in (select id from lost) and source <> 'demo') as "byHand",
      (select count(*)::int from people where id not in (select id from gone)) as people,
      (select count(*)::int from insights where id not in (select id from lost)) as insights`;
  const departments = await tx<{ name: string }[]>`
    select name from departments where demonstration
      and id not in (select id from going where tab = 'departments') order by name`;
  const files = await tx<{ id: string }[]>`select id from going where tab = 'files'`;
  const { comments = 0, voices = 0, byHand = 0, people = 0, insights = 0 } = counts ?? {};
  return {
    theirs: { comments, voices },
    byHand,
    kept: { people, insights, departments: departments.map(({ name }) => name) },
    files: files.map(({ id }) => id),
  };
}
