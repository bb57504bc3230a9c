import type { PersonName } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { Unreached } from "../ui/in-place.ts";
import type { Undone } from "../ui/not-done.tsx";
import type { CommentDoing } from "./talk-policy.ts";

/** One who has heard it too: who, from which team, when, how and in which words. */
export type Voice = {
  person: PersonName;
  team: string;
  heardOn: Day;
  /** Completes "heard …"; null when they did not say how. */
  phrase: string | null;
  channel: string | null;
  words: string;
  mine: boolean;
};

/** That somebody was told of an insight. The words that went with it are for the two of them. */
export type Telling = { id: string; to: string; by: string; at: string; words: string | null };

/** Everything said about an insight but its comments. */
export type Talk = {
  voices: Voice[];
  thanks: { name: string; mine: boolean }[];
  tellings: Telling[];
};

/** A comment as its insight's page shows it. */
export type ShownComment = {
  id: string;
  html: string;
  author: PersonName & { team: string };
  postedAt: Date;
  editedAt: Date | null;
  withdrawn: boolean;
  hidden: { by: string | null; reason: string | null } | null;
  may: Record<CommentDoing, boolean>;
};

/** The id a comment has on its page, which addresses lead to. */
export function commentAnchor(id: string): string {
  return `comment-${id}`;
}

/** Another insight this one answers, or that answers it. */
export type LinkedInsight = { id: string; text: string };

/** What a form on an insight's page is told when the page stays. */
export type TalkAnswer = {
  /** What was asked, and done. */
  done?: { intent: string; commentId?: string; key?: string; words?: string };
  /** What is wrong with what was sent, and the fields as they were typed. */
  refused?: {
    intent: string;
    commentId?: string;
    problems: Record<string, string>;
    sent: Record<string, string>;
  };
  /** What somebody, likely oneself elsewhere, saved meanwhile, and what was typed here. */
  conflict?: { commentId: string; saved: string; version: number; mine: string };
  gone?: true;
} & Undone &
  Unreached;

/** Where a form about an insight goes to be answered in place. */
export function talkAddress(id: string): string {
  return `/insights/${id}/talk`;
}
