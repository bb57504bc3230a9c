import { readLedger } from "./ledger-entry.server.ts";
import { tell } from "./tell.server.ts";
import { askedToReview, toldOfNewer } from "./told-of-ageing.server.ts";
import { toldOfAnswers } from "./told-of-answers.server.ts";
import { toldOfApiKeys } from "./told-of-api-keys.server.ts";
import { toldOfComments } from "./told-of-comments.server.ts";
import { toldOfHandovers } from "./told-of-handovers.server.ts";
import { toldOfInsights } from "./told-of-insights.server.ts";
import { toldOfLiaisons } from "./told-of-liaisons.server.ts";
import { toldByColleagues, toldOfCorroborations, toldOfThanks } from "./told-of-voices.server.ts";

const everyReason = [
  toldOfInsights,
  toldOfComments,
  toldOfAnswers,
  toldByColleagues,
  toldOfCorroborations,
  toldOfThanks,
  askedToReview,
  toldOfNewer,
  toldOfHandovers,
  toldOfLiaisons,
  toldOfApiKeys,
];

/** Tells whom it concerns what has happened, by these entries of the ledger; safe to run again. */
export async function tellOfEvents(eventIds: readonly string[]): Promise<number> {
  const ledger = await readLedger(eventIds);
  const candidates = await Promise.all(everyReason.map((reason) => reason(ledger)));
  return tell(candidates.flat());
}
