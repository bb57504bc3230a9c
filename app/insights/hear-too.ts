import type { SimilarInsight } from "./similar-insight.ts";
import type { TalkAnswer } from "./talk.ts";
import { voiceLimits } from "./voice-limits.ts";
import type { Written } from "./written-form.ts";

/** Whether what is written can go along as the voice's words: short enough, and meant for whoever reads the other. */
export function goesAlong({ body, visibility }: Written): boolean {
  return visibility === "staff" && [...body.trim()].length <= voiceLimits.wordsCharacters;
}

/** Adds the reader's voice to what a colleague noted, with what is written as its words where that can be. */
export function hearToo({ id }: SimilarInsight, written: Written): Promise<boolean> {
  const said: Record<string, string> = goesAlong(written)
    ? {
        intent: "corroborate-in-words",
        words: written.body,
        channel: written.channel,
        heardOn: written.heardOn,
      }
    : { intent: "corroborate" };
  return talk(id, said);
}

/** Takes it back. */
export function unhear({ id }: SimilarInsight): Promise<boolean> {
  return talk(id, { intent: "withdraw-corroboration" });
}

async function talk(id: string, said: Record<string, string>): Promise<boolean> {
  try {
    const body = new URLSearchParams(said);
    const answer = await fetch(`/insights/${id}/talk`, { method: "POST", body, redirect: "error" });
    if (!answer.ok) return false;
    return ((await answer.json()) as TalkAnswer).done !== undefined;
  } catch {
    return false;
  }
}
