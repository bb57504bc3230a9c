import type { Followable } from "../people/follow.ts";
import type { Day } from "../settings/calendar.ts";

/** What of the issue comes by mail: all of it, only what is about one's own, or nothing. */
export const mailScopes = ["whole", "mine", "never"] as const;
export type MailScope = (typeof mailScopes)[number];

export const mailScopeNames: Record<MailScope, string> = {
  whole: "The whole issue, every week",
  mine: "Only when there is something for me, and only that",
  never: "No weekly mail",
};

/** How a person wants the issue by mail; `day` is an ISO weekday, null the library's own moment. */
export type WeeklyMailChoice = {
  scope: MailScope;
  day: number | null;
  /** Departments and tags that stand on top of it; without any what they look after and follow. */
  topics: readonly Followable[];
};

export const usualChoice: WeeklyMailChoice = { scope: "whole", day: null, topics: [] };

/** The same as a form sends it: topics by the names their addresses have. */
export type SentMailChoice = {
  scope: MailScope;
  day?: number | null;
  topics?: { departments: readonly string[]; tags: readonly string[] };
};

/** Of departments and of tags, each. */
export const mostTopics = 30;

export function isMailScope(text: string | undefined): text is MailScope {
  return mailScopes.some((scope) => scope === text);
}

/** What became of one week's mail to one person. */
export type MailedWeek = { monday: Day; state: string; reason: string | null; at: Date | null };
