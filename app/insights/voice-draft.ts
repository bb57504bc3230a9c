import { z } from "zod";
import { type Day, isDay } from "../settings/calendar.ts";
import { cleanText } from "../text/clean-text.ts";
import { voiceLimits } from "./voice-limits.ts";

/** What a voice may add to "I've heard this too": its own words, how it was heard and when. */
function voiceDraft({ today }: { today: Day }) {
  return z.object({
    words: z
      .string()
      .transform(cleanText)
      .refine(
        (words) => [...words].length <= voiceLimits.wordsCharacters,
        `At most ${voiceLimits.wordsCharacters} characters: write more as a comment`,
      )
      .default(""),
    channel: z.string().max(80, "Choose how you heard it from the list").default(""),
    heardOn: z
      .string()
      .refine(isDay, "Give the date heard as a day, such as 2026-11-17")
      .refine((day) => day >= "1950-01-01", "The date heard is too long ago")
      .refine((day) => day <= today, "The date heard is in the future")
      .default(today),
  });
}

export type VoiceDraft = z.output<ReturnType<typeof voiceDraft>>;
export type VoiceProblems = Partial<Record<keyof VoiceDraft, string>>;

/** A voice from whatever was sent, or what is wrong with it. */
export function readVoice(
  sent: Partial<Record<keyof VoiceDraft, string>>,
  { today }: { today: Day },
): { voice: VoiceDraft } | { problems: VoiceProblems } {
  const result = voiceDraft({ today }).safeParse({ ...sent, heardOn: sent.heardOn || undefined });
  if (result.success) return { voice: result.data };
  const problems: VoiceProblems = {};
  for (const issue of result.error.issues) problems[issue.path[0] as keyof VoiceDraft] ??= issue.message;
  return { problems };
}
