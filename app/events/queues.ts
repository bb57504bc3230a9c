/** The queue every recorded event goes through; the worker decides which rooms hear of it. */
export const eventQueue = "events";

/** Where a job goes that failed ten times, for an administrator to see and try again. */
export const deadLetterQueue = "events-failed";

export type EventJob = { eventId: string; name: string; subjectId: string | null };

/** The queue of what is done every night, and once when a worker starts: one job that says nothing. */
export const nightlyQueue = "nightly";

/** When: seventeen minutes past three, by UTC. */
export const nightly = "17 3 * * *";

export const nightlyQueueOptions = {
  policy: "exclusive",
  retryLimit: 3,
  retryDelay: 60,
  expireInSeconds: 60 * 60,
  heartbeatSeconds: 60,
  deleteAfterSeconds: 7 * 24 * 60 * 60,
} as const;

/** Seconds and counts: a killed worker's job runs again within 60 s; ten tries, one second to a minute apart. */
export const eventQueueOptions = {
  retryLimit: 10,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 45,
  heartbeatSeconds: 20,
  deleteAfterSeconds: 24 * 60 * 60,
  retentionSeconds: 14 * 24 * 60 * 60,
  notify: true,
  deadLetter: deadLetterQueue,
} as const;
