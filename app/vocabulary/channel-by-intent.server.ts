import { type ChannelProblems, readChannel, type SentChannel } from "./channel-draft.ts";
import { addChannel, changeChannel, moveChannel, retireChannel } from "./keep-channels.server.ts";

type Asked = { actorId: string; id: string; intent: string; sent: SentChannel };

/** Does what a form on the page of channels asks; the problems of a refused one by field. */
export async function channelByIntent(
  asked: Asked,
): Promise<"done" | "not-there" | "unknown" | ChannelProblems> {
  const { actorId, id, intent, sent } = asked;
  const given = { actorId, id };
  if (intent === "up" || intent === "down")
    return orGone(await moveChannel({ ...given, by: intent === "up" ? -1 : 1 }));
  if (intent === "retire" || intent === "offer") {
    return orGone(await retireChannel({ ...given, retired: intent === "retire" }));
  }
  if (intent !== "add" && intent !== "change") return "unknown";
  const read = readChannel(sent);
  if ("problems" in read) return read.problems;
  const write = intent === "add" ? addChannel : changeChannel;
  const outcome = await write({ ...given, draft: read.draft });
  return outcome === "name-taken" ? { name: "Another channel has that name" } : outcome;
}

function orGone(outcome: "done" | "not-there" | "name-taken"): "done" | "not-there" {
  return outcome === "done" ? "done" : "not-there";
}
