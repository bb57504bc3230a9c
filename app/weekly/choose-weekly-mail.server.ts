import { runTransaction } from "#db/run-transaction.server.ts";
import { weeklyMailChoices } from "#db/schema/weekly.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { WeeklyMailChoice } from "./weekly-mail.ts";

type Choosing = { personId: string; choice: Partial<WeeklyMailChoice> };

/** Keeps how a person wants the weekly issue by mail; what is not chosen stays as it was. */
export async function chooseWeeklyMail({ personId, choice }: Choosing): Promise<void> {
  await runTransaction(async (tx) => {
    await tx
      .insert(weeklyMailChoices)
      .values({ personId, scope: "whole", ...choice })
      .onConflictDoUpdate({ target: weeklyMailChoices.personId, set: { ...choice, changedAt: new Date() } });
    const fields = Object.keys(choice);
    await recordEvent(tx, {
      name: "weekly-mail.choices-changed",
      actorId: personId,
      subjectId: personId,
      fields,
    });
  });
}
