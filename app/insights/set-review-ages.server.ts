import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { changeSettings } from "../settings/change-settings.server.ts";
import { type ReviewAges, reviewAgeLimits, reviewedKinds } from "./review-age.ts";

export type AgeProblems = Partial<Record<keyof ReviewAges, string>>;

/** Months by kind as a form sent them, or what is wrong with each. */
export function readReviewAges(
  sent: (kind: string) => string | undefined,
): { ages: ReviewAges } | { problems: AgeProblems } {
  const problems: AgeProblems = {};
  const { min, max } = reviewAgeLimits;
  const ages = reviewedKinds.map((kind) => {
    const months = /^\d{1,3}$/.test(sent(kind)?.trim() ?? "") ? Number(sent(kind)) : 0;
    if (months < min || months > max) problems[kind] = `Months, from ${min} to ${max}`;
    return [kind, months] as const;
  });
  if (Object.keys(problems).length > 0) return { problems };
  return { ages: Object.fromEntries(ages) as ReviewAges };
}

/** Sets how soon each kind is asked about; the worker brings every insight's review day in line. */
export function setReviewAges({ person, ages }: { person: Person; ages: ReviewAges }): Promise<void> {
  return runTransaction(async (tx) => {
    await changeSettings(tx, { reviewMonths: ages });
    await recordEvent(tx, {
      name: "insight.reviews-replanned",
      actorId: person.id,
      subjectId: null,
      fields: Object.keys(ages),
    });
  });
}
