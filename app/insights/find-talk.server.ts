import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { corroborations, tellings, thanks } from "#db/schema/voices.server.ts";
import type { Person } from "../people/person.ts";
import type { Talk } from "./talk.ts";

const teller = alias(people, "teller");

/** Everything said about an insight but its comments, in one statement. For those who may open the insight. */
export async function findTalk({ person, id }: { person: Person; id: string }): Promise<Talk> {
  const [talk] = await db
    .select({ voices: voicesFor(person), thanks: thanksFor(person), tellings: tellingsFor(person) })
    .from(insights)
    .where(eq(insights.id, id));
  return talk ?? { voices: [], thanks: [], tellings: [] };
}

function voicesFor(person: Person): SQL<Talk["voices"]> {
  const named = sql`json_build_object('handle', ${people.handle}, 'name', ${people.name}, 'jobTitle', ${people.jobTitle})`;
  const voice = sql`json_build_object('person', ${named}, 'team', ${teams.name}, 'heardOn', ${corroborations.heardOn},
    'phrase', ${channels.phrase}, 'channel', ${channels.slug}, 'words', ${corroborations.words},
    'mine', ${people.id} = ${person.id}) as item, ${corroborations.corroboratedAt} as at`;
  return listOf(sql`select ${voice} from ${corroborations}
    join ${people} on ${people.id} = ${corroborations.personId}
    join ${teams} on ${teams.id} = ${corroborations.teamId}
    left join ${channels} on ${channels.id} = ${corroborations.channelId}
    where ${corroborations.insightId} = ${insights.id} and ${corroborations.withdrawnAt} is null`);
}

function thanksFor(person: Person): SQL<Talk["thanks"]> {
  return listOf(sql`select json_build_object('name', ${people.name}, 'mine', ${people.id} = ${person.id}) as item,
      ${thanks.thankedAt} as at
    from ${thanks} join ${people} on ${people.id} = ${thanks.personId}
    where ${thanks.insightId} = ${insights.id}`);
}

function tellingsFor(person: Person): SQL<Talk["tellings"]> {
  const words = sql`case when ${person.id} in (${tellings.personId}, ${tellings.toldBy}) then nullif(${tellings.words}, '') end`;
  return listOf(sql`select json_build_object('id', ${tellings.id}, 'to', ${people.name}, 'by', ${teller.name},
      'at', ${tellings.toldAt}, 'words', ${words}) as item, ${tellings.toldAt} as at
    from ${tellings} join ${people} on ${people.id} = ${tellings.personId}
    join ${people} ${sql.identifier("teller")} on ${teller.id} = ${tellings.toldBy}
    where ${tellings.insightId} = ${insights.id}`);
}

/** The items a query gives, as one value, in the order in which they came to be. */
function listOf<Items>(query: SQL): SQL<Items> {
  return sql<Items>`(select coalesce(json_agg(item order by at), '[]'::json)
    from (${query} order by at limit 200) as said)`;
}
