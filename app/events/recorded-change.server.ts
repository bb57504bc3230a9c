import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { asStatement, runPrepared, type Statement } from "#db/prepared-rows.server.ts";
import { events } from "#db/schema/events.server.ts";
import type { EventName } from "./event.ts";
import { type EventJob, eventQueue } from "./queues.ts";
import { jobInsert, notifyApart, wakeSoon } from "./sender.server.ts";

export type NewEvent = {
  name: EventName;
  actorId: string | null;
  subjectId: string | null;
  /** Names of the fields that changed, never their text. */
  fields?: readonly string[];
};

type Change = { event: NewEvent; values?: Record<string, unknown>; tx?: Tx };

/**
 * A change, its ledger entry and the job that carries its consequences in one statement: all of it or nothing, in one
 * round trip. `make` gives the change as the parts of a `with`; the one called `changed` returns a row when there was
 * something to change, and only then is anything recorded: the answer tells whether.
 */
export function recordedChange(make: () => SQL): (change: Change) => Promise<boolean> {
  let made: { within: Statement; alone: Statement; wake: string | undefined } | undefined;
  return async ({ event, values, tx }) => {
    const id = newId();
    const { name, actorId, subjectId, fields = [] } = event;
    const data: EventJob = { eventId: id, name, subjectId };
    const { text, job } = await jobInsert({ queue: eventQueue, data });
    const recording = {
      eventId: id,
      eventName: name,
      eventActor: actorId,
      eventSubject: subjectId,
      eventFields: fields,
      job,
    };
    made ??= madeOf(asStatement(sql`${make()}, ${recorded()}`), text);
    const jobs = await runPrepared(tx ? made.within : made.alone, {
      values: { ...values, ...recording },
      tx,
    });
    const isDone = jobs.length > 0;
    if (isDone && !tx && made.wake) wakeSoon(made.wake);
    return isDone;
  };
}

/** As a part of somebody's transaction, and as one that is committed by itself. */
function madeOf(change: Statement, insert: string) {
  const { text, wake } = notifyApart(insert);
  return { within: withJob(change, insert), alone: withJob(change, text), wake };
}

/** The ledger's row: nowhere else is one written. */
function recorded(): SQL {
  const { placeholder } = sql;
  return sql`recorded as (
    insert into ${events} (id, name, actor_id, subject_id, fields)
    select ${placeholder("eventId")}::uuid, ${placeholder("eventName")}, ${placeholder("eventActor")}::uuid,
      ${placeholder("eventSubject")}::uuid, ${placeholder("eventFields")}::text[]
    from changed
    returning ${placeholder("job")}::text as job)`;
}

/** Puts pg-boss's own insert last: it takes its job from `recorded`, so that without an entry there is none. */
function withJob({ text, params }: Statement, insert: string): Statement {
  const parts = insert.split("$1");
  if (parts.length !== 2) throw new Error("pg-boss enqueues a job otherwise than we know");
  const taken = parts.join("(select job from recorded)").trim();
  const isWith = /^with\s/i.test(taken);
  return { text: `with ${text}${isWith ? `, ${taken.slice(4)}` : ` ${taken}`}`, params };
}
