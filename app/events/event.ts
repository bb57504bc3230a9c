/** What can happen, in the past tense: the ledger's vocabulary and what the worker listens for. */
const eventNames = [
  "insight.posted",
  "insight.edited",
  "insight.withdrawn",
  "insight.restored",
  "insight.hidden",
  "insight.unhidden",
  "person.created",
  "person.signed-in",
  "person.sign-in-failed",
  "person.signed-out",
  "person.sessions-ended",
  "person.password-changed",
  "api-key.minted",
  "demonstration.filled",
] as const;
export type EventName = (typeof eventNames)[number];
