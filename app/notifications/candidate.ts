import type { NotificationKind } from "./notification.ts";

/** Somebody who may be told something, if they may read it and want to hear of it. */
export type Candidate = {
  kind: NotificationKind;
  personId: string;
  /** What it is about: an insight, in it perhaps a comment, or a handover. */
  insightId: string | null;
  commentId: string | null;
  handoverId?: string;
  /** Or whose part in a department it is about. */
  liaisonId?: string;
  /** Or the API key that acts as them. */
  apiKeyId?: string;
  actorId: string | null;
  /** The person's own saved search that found it. */
  savedSearchId?: string;
  /** The same however often the same thing is looked at: a person is told once under each. */
  dedupeKey: string;
  at: Date;
  /** It had long happened when it was written down, as in a library's past brought in: no news to anybody. */
  past: boolean;
};

const aDay = 86_400_000;

/** Whether something was a thing of the past already when the ledger heard of it. */
export function isPast(happenedAt: Date, heardOfAt: Date): boolean {
  return heardOfAt.getTime() - happenedAt.getTime() > aDay;
}

/** Nobody is told what they did, and nobody twice of one thing: what comes first in the list counts. */
export function toldOnce(candidates: readonly Candidate[]): Candidate[] {
  const told = new Set<string>();
  return candidates.filter(({ personId, actorId, dedupeKey }) => {
    const key = `${personId} ${dedupeKey}`;
    if (personId === actorId || told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** Of several reasons to tell somebody of one happening, the first. */
export function firstReasonEach(candidates: readonly Candidate[]): Candidate[] {
  const told = new Set<string>();
  return candidates.filter(({ personId }) => !told.has(personId) && told.add(personId));
}
