import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insightRevisions, insights } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { corroborations, tellings, thanks } from "#db/schema/voices.server.ts";
import type { Person } from "../people/person.ts";
import { isLookedAfterBy } from "./lock-checked.server.ts";
import { readableByReader, readerId, readerValues } from "./readable.server.ts";
import type { Talk } from "./talk.ts";

/** When a version of an insight was written, and by whom. */
export type RevisionLine = { version: number; editedAt: Date; editedBy: string };

/** What stands on an insight's page beside its card and its comments. */
export type BesideInsight = {
  talk: Talk;
  /** The latest first. */
  revisions: RevisionLine[];
  supersededById: string | null;
  /** Whether the reader looks after a department of it. */
  isTheirs: boolean;
  /** What it replaces, as far as the reader may read it. */
  replaces: { id: string; plainText: string }[];
};

type Row = Talk &
  Omit<BesideInsight, "talk" | "revisions"> & {
    revisions: (Omit<RevisionLine, "editedAt"> & { editedAt: string })[];
  };

const nothing: BesideInsight = {
  talk: { voices: [], thanks: [], tellings: [] },
  revisions: [],
  supersededById: null,
  isTheirs: false,
  replaces: [],
};

const teller = alias(people, "teller");
const older = alias(insights, "older");
const me = sql`${readerId}::uuid`;

const beside = preparedStatement<Row>(
  () => sql`select ${voices()} as voices, ${thanked()} as thanks, ${told()} as tellings, ${revisions()} as revisions,
      ${insights.supersededById} as "supersededById", ${isLookedAfterBy(me)} as "isTheirs", ${replaced()} as replaces
    from ${insights} where ${insights.id} = ${sql.placeholder("id")}`,
);

/** In one question. For those who may open the insight. */
export async function findBesideInsight({
  person,
  id,
}: {
  person: Pick<Person, "id" | "team">;
  id: string;
}): Promise<BesideInsight> {
  const [row] = await beside({ id, ...readerValues(person) });
  if (!row) return nothing;
  const { voices, thanks, tellings, revisions, ...known } = row;
  return {
    ...known,
    talk: { voices, thanks, tellings },
    revisions: revisions.map(({ editedAt, ...line }) => ({ ...line, editedAt: new Date(editedAt) })),
  };
}

function revisions(): SQL {
  return sql`(select coalesce(json_agg(line), '[]') from (
    select ${insightRevisions.version} as version, ${insightRevisions.editedAt} as "editedAt", ${people.name} as "editedBy"
    from ${insightRevisions} join ${people} on ${people.id} = ${insightRevisions.editedBy}
    where ${insightRevisions.insightId} = ${insights.id} order by 1 desc limit 50) as line)`;
}

function replaced(): SQL {
  return sql`(select coalesce(json_agg(one), '[]') from (
    select ${older.id} as id, ${older.plainText} as "plainText" from ${insights} ${sql.identifier("older")}
    where ${older.supersededById} = ${insights.id} and ${readableByReader(older)} order by ${older.seq} limit 20) as one)`;
}

function voices(): SQL {
  const named = sql`json_build_object('handle', ${people.handle}, 'name', ${people.name}, 'jobTitle', ${people.jobTitle})`;
  const voice = sql`json_build_object('person', ${named}, 'team', ${teams.name}, 'heardOn', ${corroborations.heardOn},
    'phrase', ${channels.phrase}, 'channel', ${channels.slug}, 'words', ${corroborations.words},
    'mine', ${people.id} = ${me}) as item, ${corroborations.corroboratedAt} as at`;
  return listOf(sql`select ${voice} from ${corroborations}
    join ${people} on ${people.id} = ${corroborations.personId}
    join ${teams} on ${teams.id} = ${corroborations.teamId}
    left join ${channels} on ${channels.id} = ${corroborations.channelId}
    where ${corroborations.insightId} = ${insights.id} and ${corroborations.withdrawnAt} is null`);
}

function thanked(): SQL {
  return listOf(sql`select json_build_object('name', ${people.name}, 'mine', ${people.id} = ${me}) as item,
      ${thanks.thankedAt} as at
    from ${thanks} join ${people} on ${people.id} = ${thanks.personId}
    where ${thanks.insightId} = ${insights.id}`);
}

function told(): SQL {
  const words = sql`case when ${me} in (${tellings.personId}, ${tellings.toldBy}) then nullif(${tellings.words}, '') end`;
  return listOf(sql`select json_build_object('id', ${tellings.id}, 'to', ${people.name}, 'by', ${teller.name},
      'at', ${tellings.toldAt}, 'words', ${words}) as item, ${tellings.toldAt} as at
    from ${tellings} join ${people} on ${people.id} = ${tellings.personId}
    join ${people} ${sql.identifier("teller")} on ${teller.id} = ${tellings.toldBy}
    where ${tellings.insightId} = ${insights.id}`);
}

/** The items a query gives, as one value, in the order in which they came to be. */
function listOf(query: SQL): SQL {
  return sql`(select coalesce(json_agg(item order by at), '[]'::json)
    from (${query} order by at limit 200) as said)`;
}
