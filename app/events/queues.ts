/** The queue every recorded event goes through; the worker decides which rooms hear of it. */
export const eventQueue = "events";

/** Where a job goes that failed ten times, for an administrator to see and try again. */
export const deadLetterQueue = "events-failed";

export type EventJob = { eventId: string; name: string; subjectId: string | null };

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
