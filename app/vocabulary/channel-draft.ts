import { z } from "zod";
import { cleanLine } from "../text/clean-text.ts";
import { firstProblems } from "../ui/first-problems.ts";
import { formalities } from "./channel.ts";

const line = (error: string) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, error)
        .max(60, "At most 60 characters")
        .regex(/[\p{L}\p{N}]/u, error),
    );

const channelDraft = z.strictObject({
  name: line("Give it a name"),
  phrase: line("Say how one says it, such as “over coffee”"),
  formality: z.enum(formalities, "Formal or informal"),
});

export type ChannelDraft = z.output<typeof channelDraft>;
export type SentChannel = Record<keyof ChannelDraft, string>;
export type ChannelProblems = Partial<Record<keyof ChannelDraft, string>>;

/** A channel as a form sent it, or what is wrong with each field. */
export function readChannel(sent: SentChannel): { draft: ChannelDraft } | { problems: ChannelProblems } {
  const read = channelDraft.safeParse(sent);
  if (read.success) return { draft: read.data };
  return { problems: firstProblems(read.error) };
}
