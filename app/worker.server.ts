import { type Job, type JobResult, PgBoss } from "pg-boss";
import { turnDueHandovers } from "./departments/turn-due-handovers.server.ts";
import { env, requireSetting } from "./env.server.ts";
import type { EventName } from "./events/event.ts";
import { logQueueTrouble } from "./events/log-queue-trouble.server.ts";
import { type EventJob, eventQueue, nightly, nightlyQueue } from "./events/queues.ts";
import { sweepChangeMarks } from "./events/sweep-change-marks.server.ts";
import { sweepFiles } from "./files/sweep-files.server.ts";
import { keepImports } from "./imports/keep-imports.server.ts";
import { sweepImports } from "./imports/sweep-imports.server.ts";
import { askStillTrue } from "./insights/ask-still-true.server.ts";
import { refreshDepartmentWords } from "./insights/refresh-department-words.server.ts";
import { refreshTagWords } from "./insights/refresh-tag-words.server.ts";
import { renderAnew } from "./insights/render-anew.server.ts";
import { replanReviews } from "./insights/replan-reviews.server.ts";
import { sweepDrafts } from "./insights/sweep-drafts.server.ts";
import { touchInsightsOfPeople } from "./insights/touch-insights-of-people.server.ts";
import { log } from "./log.server.ts";
import { keepSending } from "./mail/keep-sending.server.ts";
import type { MailWriters } from "./mail/mail.ts";
import { markHandoverSeen } from "./notifications/mark-handover-seen.server.ts";
import { takeBack } from "./notifications/take-back.server.ts";
import { takeNews } from "./notifications/take-news.server.ts";
import { tellOfEvents } from "./notifications/tell-of-events.server.ts";
import { writeDailyMail } from "./notifications/write-daily-mail.server.ts";
import { writeNotificationMail } from "./notifications/write-notification-mail.server.ts";
import { forgetOldSessions } from "./people/forget-old-sessions.server.ts";
import { writeInvitation, writePasswordReset } from "./people/write-link-mail.server.ts";
import { indexInsights } from "./search/index-insights.server.ts";
import { keepIndex } from "./search/keep-index.server.ts";
import { listWeeklyFinds } from "./search/list-weekly-finds.server.ts";
import { keepBackups } from "./upkeep/keep-backups.server.ts";
import { sweepEmptySearches } from "./vocabulary/keep-empty-searches.server.ts";
import { keepClosing } from "./weekly/keep-closing.server.ts";
import { writeWeeklyMail } from "./weekly/write-weekly-mail.server.ts";

/** A room's answer to what has happened, by ids; idempotent, for it may be asked twice. */
type Reaction = (ids: string[]) => Promise<unknown>;

/** Insights are found by what their departments are called: those of a department that changed are indexed anew. */
async function indexDepartments(ids: string[]): Promise<void> {
  for await (const batch of refreshDepartmentWords(ids)) await indexInsights(batch);
}

/** And by their tags and what those go by besides. */
async function indexTags(ids: string[]): Promise<void> {
  for await (const batch of refreshTagWords(ids)) await indexInsights(batch);
}

/** Asked for when the library was set up; what was begun goes on where it was left. */
async function fillDemonstration(): Promise<void> {
  const { seedDemoLibrary } = await import("#db/demo/seed-demo-library.server.ts");
  await seedDemoLibrary({ onProgress: () => {} });
}

/** What is asked about the subjects of events. */
const reactions: Partial<Record<EventName, readonly Reaction[]>> = {
  "insight.posted": [indexInsights],
  "insight.edited": [indexInsights],
  "insight.withdrawn": [indexInsights],
  "insight.restored": [indexInsights],
  "insight.hidden": [indexInsights],
  "insight.unhidden": [indexInsights],
  "insight.corroborated": [indexInsights],
  "insight.corroboration-withdrawn": [indexInsights],
  "insight.confirmed-true": [indexInsights],
  "insight.superseded": [indexInsights],
  "insight.unsuperseded": [indexInsights],
  "department.renamed": [indexDepartments],
  "department.moved": [indexDepartments],
  "department.merged": [indexDepartments],
  "department.change-undone": [indexDepartments],
  "tag.renamed": [indexTags],
  "tag.merged": [indexTags],
  "tag.unmerged": [indexTags],
  "tag.synonyms-changed": [indexTags],
  "person.name-changed": [async (ids) => indexInsights(await touchInsightsOfPeople(ids))],
};

/** Rooms that must know who did it, and when, are asked about the ledger's entries instead. */
const ledgerReactions: Partial<Record<EventName, readonly Reaction[]>> = {
  "demonstration.asked-for": [fillDemonstration],
  "insight.posted": [tellOfEvents],
  "insight.edited": [tellOfEvents],
  "insight.restored": [tellOfEvents],
  "insight.unhidden": [tellOfEvents],
  "insight.corroborated": [tellOfEvents],
  "insight.corroboration-withdrawn": [takeBack],
  "insight.thanked": [tellOfEvents],
  "insight.unthanked": [takeBack],
  "insight.told": [tellOfEvents],
  "insight.review-asked": [tellOfEvents],
  "insight.confirmed-true": [takeBack],
  "insight.superseded": [tellOfEvents],
  "insight.unsuperseded": [takeBack],
  "insight.reviews-replanned": [async () => indexInsights(await replanReviews())],
  "question.answered": [tellOfEvents],
  "question.reopened": [takeBack],
  "handover.ordered": [tellOfEvents],
  "handover.read": [markHandoverSeen],
  "liaison.added": [tellOfEvents],
  "liaison.taken-off": [tellOfEvents],
  "api-key.minted": [tellOfEvents],
  "api-key.revoked": [tellOfEvents],
  "comment.posted": [tellOfEvents],
  "comment.edited": [tellOfEvents],
  "comment.restored": [tellOfEvents],
  "comment.unhidden": [tellOfEvents],
};

/** The weekly mail takes along what its reader wants to be told with it. */
async function writeWeeklyMailWithNews(mail: { personId: string; subjectId: string }) {
  const [found, told] = await Promise.all([listWeeklyFinds(mail), takeNews({ ...mail, delivery: "weekly" })]);
  const also = [
    { heading: "Your saved searches", lines: found },
    { heading: "You were also told", lines: told },
  ];
  return writeWeeklyMail({ ...mail, also });
}

/** Who writes which mail. */
const mailWriters: MailWriters = {
  notification: writeNotificationMail,
  daily: writeDailyMail,
  weekly: writeWeeklyMailWithNews,
  "weekly-test": (mail) => writeWeeklyMail({ ...mail, test: true }),
  invitation: writeInvitation,
  "password-reset": writePasswordReset,
};

/** What is done every night and at every start; each goes on where it was left. */
const sweeps = {
  askStillTrue,
  forgetOldSessions,
  renderAnew,
  sweepChangeMarks,
  sweepDrafts,
  sweepEmptySearches,
  sweepFiles,
  sweepImports,
  turnDueHandovers,
};

const batchSize = 500;
const seconds = { poll: 2, backstop: 5, supervise: 10, stop: 20 } as const;

/** Starts the worker: jobs lead each event to the rooms it concerns, and the search index is kept whole. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: requireSetting("DATABASE_URL"),
    application_name: "corridor worker",
    max: 3,
    // The application's role defines nothing: the queues come from `migrate`.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    schedule: true,
    useListenNotify: true,
    superviseIntervalSeconds: seconds.supervise,
    monitorIntervalSeconds: seconds.supervise,
  });
  boss.on("error", (error) => logQueueTrouble("the job queue", error));
  await boss.start();
  await boss.work<EventJob>(
    eventQueue,
    {
      batchSize,
      perJobResults: true,
      pollingIntervalSeconds: seconds.poll,
      notifyPollingIntervalSeconds: seconds.backstop,
      burstWhenBatchFull: true,
    },
    react,
  );
  await boss.work(nightlyQueue, ([job]) => sweep(job?.signal));
  await boss.schedule(nightlyQueue, nightly);
  await boss.send(nightlyQueue, null);
  const index = keepIndex();
  const imports = keepImports({ onChanged: indexInsights });
  const weeks = keepClosing();
  const mail = keepSending(mailWriters);
  const backups = keepBackups();
  log().info({ engine: env().MEILISEARCH_URL !== undefined }, "the worker has started");

  return {
    async stop() {
      await Promise.all([
        boss.stop({ graceful: true, timeout: seconds.stop * 1_000 }),
        index.stop(),
        imports.stop(),
        weeks.stop(),
        mail.stop(),
        backups.stop(),
      ]);
    },
  };
}

/** Does all that is done at night, each part whatever became of the others; throws when one failed. */
async function sweep(signal?: AbortSignal): Promise<void> {
  const failed: unknown[] = [];
  for (const [name, work] of Object.entries(sweeps)) {
    signal?.throwIfAborted();
    try {
      log().info({ sweep: name, count: await work({ signal }) }, "swept");
    } catch (error) {
      failed.push(error);
      log().error({ err: error, sweep: name }, "a sweep failed");
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "the nightly sweep failed");
}

/** Handles a batch at once, a reaction being asked one time for all its subjects. */
export async function react(jobs: Pick<Job<EventJob>, "id" | "data">[]): Promise<JobResult[]> {
  const troubled = new Set<string>();
  for (const { reaction, idsOf, concerned } of byReaction(jobs)) {
    try {
      await reaction(idsOf(concerned));
    } catch {
      // One job that always fails must not hold up the others: each is tried by itself.
      for (const job of concerned) {
        await reaction(idsOf([job])).catch((error: unknown) => {
          troubled.add(job.id);
          log().error({ err: error, jobId: job.id, event: job.data.name }, "a job failed");
        });
      }
    }
  }
  return jobs.map(({ id }) => ({ id, status: troubled.has(id) ? "failed" : "completed" }));
}

type Asked<Handled> = {
  reaction: Reaction;
  idsOf: (jobs: { data: EventJob }[]) => string[];
  concerned: Handled[];
};

function byReaction<Handled extends { data: EventJob }>(jobs: Handled[]): Iterable<Asked<Handled>> {
  const asked = new Map<Reaction, Asked<Handled>>();
  for (const [table, idsOf] of [
    [reactions, subjectsOf],
    [ledgerReactions, entriesOf],
  ] as const) {
    for (const job of jobs) {
      for (const reaction of table[job.data.name as EventName] ?? []) {
        const concerned = [...(asked.get(reaction)?.concerned ?? []), job];
        asked.set(reaction, { reaction, idsOf, concerned });
      }
    }
  }
  return asked.values();
}

function subjectsOf(jobs: { data: EventJob }[]): string[] {
  return [...new Set(jobs.flatMap(({ data }) => data.subjectId ?? []))];
}

function entriesOf(jobs: { data: EventJob }[]): string[] {
  return jobs.map(({ data }) => data.eventId);
}
