import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { weeklyMailChoices, weeklyMailTopics } from "#db/schema/weekly.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { SentMailChoice } from "./weekly-mail.ts";

type Choosing = { personId: string; choice: SentMailChoice };

/** Keeps how a person wants the weekly issue by mail; what is not chosen stays as it was. */
export async function chooseWeeklyMail({ personId, choice }: Choosing): Promise<void> {
  const { topics, ...kept } = choice;
  await runTransaction(async (tx) => {
    await tx
      .insert(weeklyMailChoices)
      .values({ personId, ...kept })
      .onConflictDoUpdate({ target: weeklyMailChoices.personId, set: { ...kept, changedAt: new Date() } });
    if (topics) await keepTopics(tx, { personId, ...topics });
    const fields = Object.keys(choice);
    await recordEvent(tx, {
      name: "weekly-mail.choices-changed",
      actorId: personId,
      subjectId: personId,
      fields,
    });
  });
}

type Topics = { personId: string; departments: readonly string[]; tags: readonly string[] };

/** These and no others. What has no such name (any more) is left out. */
async function keepTopics(tx: Tx, { personId, departments, tags }: Topics): Promise<void> {
  await tx.delete(weeklyMailTopics).where(eq(weeklyMailTopics.personId, personId));
  await tx.execute(sql`
    insert into ${weeklyMailTopics} (id, person_id, department_id, tag_id)
    select gen_random_uuid(), ${personId}::uuid, department_id, tag_id from (
      select id as department_id, null::uuid as tag_id from departments
        where closed_at is null and slug = any(${sql.param([...departments])}::text[])
      union all
      select null, id from tags
        where merged_into_id is null and retired_at is null and name = any(${sql.param([...tags])}::text[])
    ) chosen`);
}
