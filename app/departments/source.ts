import { z } from "zod";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { Noted } from "./entry.ts";
import { line, lines, maybeWebAddress, saying } from "./entry-fields.ts";

export const sourceKinds = ["website", "publication", "list"] as const;
type SourceKind = (typeof sourceKinds)[number];

export const sourceKindNames: Record<SourceKind, string> = {
  website: "Website",
  publication: "Publication",
  list: "Mailing list",
};

export const subscriptions = ["none", "subscribed", "asked-for", "not-subscribed"] as const;
type Subscription = (typeof subscriptions)[number];

export const subscriptionNames: Record<Subscription, string> = {
  none: "Needs none",
  subscribed: "We subscribe",
  "asked-for": "Asked for",
  "not-subscribed": "We do not subscribe",
};

/** What a department reads, or a page of its own to look at. */
export type Source = {
  id: string;
  version: number;
  kind: SourceKind;
  name: string;
  address: string;
  note: string;
  subscription: Subscription;
  /** Whose turn it is to look; null stands for the department's owner. */
  turn: { handle: string; name: string } | null;
  everyWeeks: number | null;
  checked: { on: Day; by: string } | null;
  noted: Noted;
};

export const sourceDraft = z.object({
  kind: z.enum(sourceKinds, { error: "Choose a kind from the list" }),
  name: saying(line(160), "Write what it is called"),
  address: maybeWebAddress(),
  note: lines(500),
  subscription: z.enum(subscriptions, { error: "Choose one from the list" }),
  turn: line(80),
  everyWeeks: z
    .string()
    .trim()
    .refine((text) => text === "" || /^([1-9]|[1-4]\d|5[0-2])$/.test(text), "Write 1 to 52, or nothing")
    .transform((text) => (text === "" ? null : Number(text))),
});

/** The day it is to be looked at again: today when nobody has yet; never when it is not looked at regularly. */
export function nextCheck(
  { everyWeeks, checkedOn }: { everyWeeks: number | null; checkedOn: Day | null },
  today: Day,
): Day | null {
  if (everyWeeks === null) return null;
  return checkedOn === null ? today : daysAfter(checkedOn, everyWeeks * 7);
}
