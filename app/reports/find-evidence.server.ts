import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { evidenceCards, evidenceQuotes } from "#db/schema/reports.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { findEnquiryFigures } from "../desk/find-enquiry-figures.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";
import { type Evidence, evidenceLimits } from "./evidence.ts";
import { isPassageOf } from "./passage.ts";
import { withoutNames } from "./without-names.ts";

type Chosen = {
  insightId: string;
  plainText: string;
  passage: string;
  named: boolean;
  by: string;
  phrase: string;
  heardOn: Day;
};
type Need = { insightId: string; plainText: string; voices: number; voiceTeams: number; heardOn: Day };
type Row = {
  department: { slug: string; name: string };
  offer: string;
  version: number;
  chosen: Chosen[];
  need: Need | null;
  names: string[];
};

const { placeholder } = sql;

const evidence = preparedStatement<Row>(
  () => sql`select json_build_object('slug', own.slug, 'name', own.name) as department,
    coalesce(card.offer, '') as offer, coalesce(card.version, 0) as version,
    (select coalesce(json_agg(json_build_object('insightId', ${insights.id}, 'plainText', left(${insights.plainText}, 4000),
        'passage', ${evidenceQuotes.passage}, 'named', ${evidenceQuotes.named}, 'by', ${people.name}, 'phrase', ${channels.phrase},
        'heardOn', ${insights.heardOn}) order by ${evidenceQuotes.position}), '[]')
      from ${evidenceQuotes}
      join ${insights} on ${insights.id} = ${evidenceQuotes.insightId}
      join ${people} on ${people.id} = ${insights.authorId}
      join ${channels} on ${channels.id} = ${insights.channelId}
      where ${evidenceQuotes.departmentId} = own.id and ${readableInSql(allStaffRule)}
        and exists (select from ${insightDepartments} where ${insightDepartments.insightId} = ${insights.id}
          and ${insightDepartments.departmentId} = own.id)) as chosen,
    (select json_build_object('insightId', ${insights.id}, 'plainText', left(${insights.plainText}, 1000),
        'voices', ${insights.voices}, 'voiceTeams', ${insights.voiceTeams}, 'heardOn', ${insights.heardOn})
      from ${insightDepartments} join ${insights} on ${insights.id} = ${insightDepartments.insightId}
      where ${insightDepartments.departmentId} = own.id and ${insightDepartments.heardOn} > ${placeholder("since")}::date
        and ${insights.kind} = 'need' and ${insights.supersededById} is null and ${readableInSql(allStaffRule)}
      order by ${insights.voices} desc, ${insights.heardOn} desc, ${insights.seq} desc limit 1) as need,
    (select coalesce(json_agg(name), '[]') from (
      select ${people.name} as name from ${people}
      union select ${contacts.name} from ${contacts} where ${contacts.departmentId} = own.id) known) as names
    from ${departments} own left join ${evidenceCards} card on card.department_id = own.id
    where own.slug = ${placeholder("slug")}`,
);

/** What a department's evidence card says today; undefined for a department that is not there. */
export async function findEvidence({
  slug,
  today,
}: {
  slug: string;
  today: Day;
}): Promise<Evidence | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const [[row], figures] = await Promise.all([
    evidence({ slug, since: daysAfter(today, -366) }),
    findEnquiryFigures({ slug, today }),
  ]);
  if (!row) return undefined;
  const { chosen, need, names, ...card } = row;
  return {
    ...card,
    figures,
    quotes: chosen.map(({ insightId, by, named, phrase, heardOn, ...quoted }) => ({
      insightId,
      text: named ? passageOf(quoted) : withoutNames(passageOf(quoted), names),
      heard: `Heard ${phrase}`,
      by: named ? by : null,
      heardOn,
    })),
    topNeed: need && {
      insightId: need.insightId,
      text: withoutNames(excerpt(need.plainText, 160), names),
      voices: need.voices,
      voiceTeams: need.voiceTeams,
      heardOn: need.heardOn,
    },
  };
}

/** The chosen passage, as long as the insight still says it. */
function passageOf({ passage, plainText }: Pick<Chosen, "passage" | "plainText">): string {
  const most = evidenceLimits.passageCharacters;
  return passage && isPassageOf(passage, plainText) ? passage : excerpt(plainText, most);
}
