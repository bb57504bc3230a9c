import { isMailScope, mostTopics, type SentMailChoice } from "./weekly-mail.ts";

type Sent = { one: (name: string) => string | undefined; all: (name: string) => readonly string[] };

/** What a form chose; undefined where it is not one of ours. A field it does not have stays as it was. */
export function readMailChoice({ one, all }: Sent): SentMailChoice | undefined {
  const [scope, day] = [one("scope"), one("day")];
  if (!isMailScope(scope)) return undefined;
  if (day === undefined) return { scope };
  if (!/^[1-7]?$/.test(day)) return undefined;
  const choice: SentMailChoice = { scope, day: day === "" ? null : Number(day) };
  // None chosen is sent as nothing: the form says that it could be chosen.
  if (one("topics") === undefined) return choice;
  const [departments, tags] = [named(all("department")), named(all("tag"))];
  if (departments.length > mostTopics || tags.length > mostTopics) return undefined;
  return { ...choice, topics: { departments, tags } };
}

function named(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "" && value.length <= 200);
}
