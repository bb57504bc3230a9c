/**
 * How far a mail has come. `waiting` is tried when its time comes; `sending` is in the mail server's hands; then it is
 * `sent`, `failed` for good, or `skipped`, because there was nothing to say any more. `unknown`: we were cut off while
 * the mail server had it. It may have gone, so it is not tried again.
 */
export type MailState = "waiting" | "sending" | "sent" | "failed" | "skipped" | "unknown";

/** What mails are for; for each of them somebody knows how to write it. */
export type MailPurpose =
  | "notification"
  | "daily"
  | "invitation"
  | "password-reset"
  | "weekly"
  | "weekly-test";

/** A mail to be: to whom and about what. It carries no text. */
export type NewMail = {
  personId: string;
  purpose: MailPurpose;
  subjectId: string;
  /** However often it is asked for under one key, it is sent once. */
  dedupeKey: string;
  /** When it is to go; at once where nothing is said. */
  nextTryAt?: Date;
};

/** One paragraph of a mail: said by us, quoted from somebody, leading to a page, or the head of what follows. */
export type MailBlock =
  | { says: string }
  | { quotes: string }
  | { label: string; leadsTo: string }
  | { heading: string }
  /** One of a list: a line that leads to its page, or what it is `about` before it leads there. */
  | { item: string; leadsTo: string; about?: string };

/** One thing among several that a mail lists, and where it leads. */
export type MailLine = { words: string; leadsTo: string };

/** What a mail says: plain text only, without addresses of this site, which the sender knows. */
export type MailWords = {
  subject: string;
  /** What stands over it in large letters, where it is more than a note. */
  title?: string;
  blocks: readonly MailBlock[];
  /** Why one gets it, and where to change that. */
  foot: readonly MailBlock[];
  /** Where its reader's mail program can have it stopped by itself (RFC 8058). */
  unsubscribe?: string;
};

/** Why a mail is not written after all. */
export type MailSkip = { skip: string };

/** Writes a mail at the moment it is sent, under the reading rule of that moment. */
type MailWriter = (mail: { personId: string; subjectId: string }) => Promise<MailWords | MailSkip>;

export type MailWriters = Partial<Record<MailPurpose, MailWriter>>;

/** How long a mail is tried for. */
export const triedForDays = 3;

const minutes = { first: 1, most: 6 * 60 } as const;

/** How long to wait after so many attempts: a minute, doubled each time, six hours at most. */
export function minutesUntilNextTry(attempts: number): number {
  return Math.min(minutes.most, minutes.first * 2 ** Math.max(0, attempts - 1));
}
