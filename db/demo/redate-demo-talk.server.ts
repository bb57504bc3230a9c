import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.server.ts";
import { comments } from "../schema/comments.server.ts";
import { corroborations, thanks } from "../schema/voices.server.ts";
import { commentKey, demoCommentsAt, demoThanksAt, demoVoicesAt } from "./demo-talk.ts";
import { recountDemoTalk } from "./recount-demo-talk.server.ts";

type Given = { moved: readonly string[]; now: Date; timeZone: string };

/** Moves what was said about the demonstration's insights along with those that were moved. */
export async function redateDemoTalk(tx: Tx, { moved, ...clock }: Given): Promise<void> {
  const about = sql`join people on people.handle = dated.by
    join insights on insights.idempotency_key = 'demo-' || dated.about and insights.source = 'demo'`;
  const voices = JSON.stringify(demoVoicesAt(clock).map(({ words: _, ...voice }) => voice));
  await tx.execute(sql`
    update corroborations set heard_on = dated."heardOn", corroborated_at = dated.at
    from json_to_recordset(${voices}::json) as dated(about text, by text, "heardOn" date, at timestamptz) ${about}
    where corroborations.insight_id = insights.id and corroborations.person_id = people.id
      and ${inArray(corroborations.insightId, [...moved])}`);
  await tx.execute(sql`
    update thanks set thanked_at = dated.at
    from json_to_recordset(${JSON.stringify(demoThanksAt(clock))}::json) as dated(about text, by text, at timestamptz) ${about}
    where thanks.insight_id = insights.id and thanks.person_id = people.id
      and ${inArray(thanks.insightId, [...moved])}`);
  const said = demoCommentsAt(clock).map((comment) => ({ key: commentKey(comment), at: comment.at }));
  await tx.execute(sql`
    update comments set posted_at = dated.at
    from json_to_recordset(${JSON.stringify(said)}::json) as dated(key text, at timestamptz)
    where comments.idempotency_key = dated.key and ${inArray(comments.insightId, [...moved])}`);
  await tx.execute(sql`
    update insights set answered_at = comments.posted_at from comments
    where insights.answer_comment_id = comments.id and comments.idempotency_key like 'demo-%'
      and ${inArray(comments.insightId, [...moved])}`);
  await recountDemoTalk(tx);
}
