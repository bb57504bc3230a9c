import type { HandoverState } from "../departments/handover.ts";

/** What a person can be told. */
export const notificationKinds = [
  "mention",
  "question",
  "told",
  "handover",
  "answer",
  "comment",
  "corroborated",
  "saved-search",
  "followed",
  "superseded",
  "review",
  "thanks",
  "api-key",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How: in the list of notifications alone; there and by mail at once, once a day or with the weekly issue; or not at all. */
const deliveries = ["here", "mail", "daily", "weekly", "never"] as const;
export type Delivery = (typeof deliveries)[number];

export const deliveryNames: Record<Delivery, string> = {
  here: "Here only",
  mail: "By mail at once",
  daily: "By mail once a day",
  weekly: "With the weekly mail",
  never: "Not at all",
};

type KindChoice = {
  label: string;
  /** How it comes to whoever has not chosen. */
  usual: Delivery;
  offered: readonly Delivery[];
};

export const kindChoices: Record<NotificationKind, KindChoice> = {
  mention: { label: "A colleague mentions me or my team", usual: "mail", offered: deliveries },
  question: { label: "A question about a department I look after", usual: "mail", offered: deliveries },
  told: { label: "A colleague thinks I should know something", usual: "mail", offered: deliveries },
  handover: {
    label: "A department is handed over to me, or I am taken off one",
    usual: "mail",
    offered: deliveries,
  },
  answer: {
    label: "An answer to a question of mine, or one I commented on",
    usual: "mail",
    offered: deliveries,
  },
  comment: { label: "A comment on my insight, or one I commented on", usual: "here", offered: deliveries },
  corroborated: { label: "Somebody has heard the same as I have", usual: "here", offered: deliveries },
  "saved-search": {
    label: "Something is posted that a saved search of mine finds, when it says so",
    usual: "here",
    offered: deliveries,
  },
  followed: { label: "Something is posted about what I follow", usual: "here", offered: deliveries },
  superseded: {
    label: "Something newer replaces what I posted or heard too",
    usual: "here",
    offered: deliveries,
  },
  review: { label: "A check is due: is it still true?", usual: "here", offered: deliveries },
  thanks: { label: "Thanks for an insight", usual: "here", offered: ["here", "weekly", "never"] },
  // Whoever else made it could also have chosen for them not to hear of it.
  "api-key": {
    label: "An API key that acts as me is made or revoked",
    usual: "mail",
    offered: ["here", "mail", "daily"],
  },
};

export function isNotificationKind(text: string): text is NotificationKind {
  return Object.hasOwn(kindChoices, text);
}

/** What is said of a notification: never what the insight says, only what happened. */
export type News = {
  kind: NotificationKind;
  /** Who did it; nobody where time alone did. */
  actor: string | null;
  /** The insight is the reader's own. */
  yours: boolean;
  /** It happened in a comment. */
  inComment: boolean;
  /** Of a handover: how it stands now. */
  handover?: { state: HandoverState; until: boolean } | null;
  /** Of a part in a department: whether the reader was given it or taken off. */
  looksAfter?: boolean | null;
  /** What the reader calls their saved search that found it. */
  savedSearch?: string | null;
  /** Of an API key: whether it was revoked, or made. */
  keyRevoked?: boolean | null;
};

/** What happened, as a sentence of its own without a full stop. */
export function newsWords({
  kind,
  actor,
  yours,
  inComment,
  handover,
  looksAfter,
  savedSearch,
  keyRevoked,
}: News): string {
  const who = actor ?? "A colleague";
  const words: Record<NotificationKind, string> = {
    mention: inComment ? `${who} mentioned you in a comment` : `${who} mentioned you`,
    question: `${who} asks colleagues a question`,
    told: `${who} thinks you should know this`,
    handover: handoverWords(who, { handover, looksAfter }),
    answer: yours ? "Your question has an answer" : "A question you commented on has an answer",
    comment: yours ? `${who} commented on your insight` : `${who} commented after you`,
    corroborated: `${who} has heard this too`,
    "saved-search": savedSearch
      ? `${who} posted something that your search “${savedSearch}” finds`
      : `${who} posted something that a search of yours finds`,
    followed: `${who} posted about something you follow`,
    superseded: `${who} says this replaces something you posted or heard too`,
    review: yours ? "Is this still true? You posted it" : "Is this still true? You look after the department",
    thanks: `${who} thanks you for this`,
    "api-key": `${actor ?? "Somebody at the server"} ${keyRevoked ? "revoked" : "made"} an API key that acts as you`,
  };
  return words[kind];
}

/** A mail's subject: it says nothing that only some may read, for it is shown on locked screens. */
export function newsSubject({ kind, actor }: Pick<News, "kind" | "actor">): string {
  const who = actor ?? "A colleague";
  const subjects: Record<NotificationKind, string> = {
    mention: `${who} mentioned you in Corridor`,
    question: `${who} asks colleagues a question in Corridor`,
    told: `${who} thinks you should know something in Corridor`,
    handover: "Who looks after a department has changed in Corridor",
    answer: "A question has been answered in Corridor",
    comment: `${who} commented in Corridor`,
    corroborated: `${who} has heard this too in Corridor`,
    "saved-search": `${who} posted something that a search of yours finds in Corridor`,
    followed: `${who} posted about something you follow in Corridor`,
    superseded: `${who} replaced something in Corridor`,
    review: "Is it still true? A check is due in Corridor",
    thanks: `${who} thanks you in Corridor`,
    "api-key": "A key that acts as you in Corridor",
  };
  return subjects[kind];
}

function handoverWords(who: string, { handover, looksAfter }: Pick<News, "handover" | "looksAfter">): string {
  if (looksAfter === true) return `${who} made you a liaison of a department`;
  if (looksAfter === false) return `${who} took a department off your hands`;
  if (handover?.state === "over") return "A handover to you is over";
  if (handover?.until) return `${who} asks you to look after a department for a while`;
  return `${who} hands a department over to you`;
}
