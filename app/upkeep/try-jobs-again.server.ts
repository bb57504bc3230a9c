import { sql } from "drizzle-orm";
import { runPrepared } from "#db/prepared-rows.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { deadLetterQueue, type EventJob, eventQueue } from "../events/queues.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { jobInsert } from "../events/sender.server.ts";
import type { Person } from "../people/person.ts";

/** Sends failed jobs on their way again, all of them or one, and takes them off the list; how many. */
export function tryJobsAgain({ person, id }: { person: Person; id?: string }): Promise<number> {
  return runTransaction(async (tx) => {
    const taken = await tx.execute<{ data: EventJob }>(sql`
      delete from pgboss.job where name = ${deadLetterQueue} and state in ('created', 'retry')
        and ${id === undefined ? sql`true` : sql`id = ${id}::uuid`}
      returning data`);
    for (const { data } of taken) {
      const { text, job } = await jobInsert({ queue: eventQueue, data });
      await runPrepared({ text, params: [job] }, { tx });
    }
    if (taken.length > 0)
      await recordEvent(tx, {
        name: "job.tried-again",
        actorId: person.id,
        subjectId: null,
        fields: [`${taken.length}`],
      });
    return taken.length;
  });
}
