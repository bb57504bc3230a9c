import { isMailScope, type WeeklyMailChoice } from "./weekly-mail.ts";

type Sent = (name: string) => string | undefined;

/** What a form chose; undefined where it is not one of ours. A field it does not have stays as it was. */
export function readMailChoice(sent: Sent): Partial<WeeklyMailChoice> | undefined {
  const [scope, day] = [sent("scope"), sent("day")];
  if (!isMailScope(scope)) return undefined;
  if (day === undefined) return { scope };
  if (!/^[1-7]?$/.test(day)) return undefined;
  return { scope, day: day === "" ? null : Number(day) };
}
