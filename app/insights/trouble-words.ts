import { waitWords } from "../ui/wait-words.ts";
import type { TalkAnswer } from "./talk.ts";

export const troubleLook = "basis-full text-sm font-medium text-danger";

/** Why what was pressed or sent in place was not done; nothing when all is well. */
export function troubleWords(answer: TalkAnswer): string | undefined {
  if (answer.gone) return "Not done: it is no longer there, or no longer open to you.";
  if (answer.signedOut)
    return "Not done: you have been signed out. Sign in again in another tab, then try once more.";
  if (answer.tooOften)
    return `Not done: that was a lot in a short time. Wait ${waitWords(answer.tooOften)} and try again.`;
  if (answer.tooLarge) return "Not done: that was too much at once.";
  if (answer.unavailable || answer.unreachable) {
    return "Not done: Corridor could not be reached. Nothing you typed is lost; wait a moment and try again.";
  }
  return undefined;
}
