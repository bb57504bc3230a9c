import { type Day, dayIn, daysAfter, instantAt, isDay } from "../settings/calendar.ts";
import { cleanLine } from "../text/clean-text.ts";

export const apiKeyLimits = { nameCharacters: 60, keys: 20 } as const;

/** `asleep`: its person is disabled, and it opens nothing until they are enabled again. */
export type ApiKeyState = "open" | "asleep" | "ended" | "revoked";

/** A key as it is seen again: never the key. */
export type ApiKey = {
  id: string;
  name: string;
  /** Whom it acts as. */
  person: { handle: string; name: string };
  state: ApiKeyState;
  madeAt: Date;
  /** Nobody when it was made at the terminal. */
  madeBy: string | null;
  lastUsedAt: Date | null;
  endsAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
};

/** As pages show it: what is known of its use is told to the day. */
export type ShownApiKey = Omit<ApiKey, "lastUsedAt" | "endsAt"> & { usedOn: Day | null; lastDay: Day | null };

export function shownKey({ lastUsedAt, endsAt, ...key }: ApiKey, timeZone: string): ShownApiKey {
  return {
    ...key,
    usedOn: lastUsedAt && dayIn(timeZone, lastUsedAt),
    lastDay: endsAt && dayIn(timeZone, new Date(endsAt.getTime() - 1)),
  };
}

/** Whether it could still be revoked; a sleeping one wakes with its person. */
export function canBeRevoked({ state }: Pick<ApiKey, "state">): boolean {
  return state === "open" || state === "asleep";
}

/** What a form says of a key to be made. */
export type SentApiKey = { name: string; person: string; lastDay: string };
export type ApiKeyProblems = Partial<Record<keyof SentApiKey | "password", string>>;

export type ApiKeyDraft = { name: string; handle: string; endsAt: Date | null };

type Reading = { sent: SentApiKey; today: Day; timeZone: string };

/** What was typed as what is meant: a last day ends with the library's midnight. */
export function readApiKey({
  sent,
  today,
  timeZone,
}: Reading): { draft: ApiKeyDraft } | { problems: ApiKeyProblems } {
  const name = cleanLine(sent.name);
  const lastDay = sent.lastDay.trim();
  const problems: ApiKeyProblems = {};
  if (!name) problems.name = "Say which program it is for";
  else if (name.length > apiKeyLimits.nameCharacters) {
    problems.name = `A name has at most ${apiKeyLimits.nameCharacters} characters`;
  }
  if (!sent.person) problems.person = "Choose whom it acts as";
  if (lastDay && !(isDay(lastDay) && lastDay < "2100")) problems.lastDay = "Give a day, or leave it empty";
  else if (lastDay && lastDay < today) problems.lastDay = "That day is over";
  if (Object.keys(problems).length > 0) return { problems };
  const endsAt = lastDay ? instantAt(timeZone, { day: daysAfter(lastDay, 1), time: "00:00" }) : null;
  return { draft: { name, handle: sent.person, endsAt } };
}

/** Whether what was typed is the key's name: of capitals and spaces nobody need be sure. */
export function namesKey(typed: string, name: string): boolean {
  return cleanLine(typed).toLowerCase() === cleanLine(name).toLowerCase();
}
