import type { Person } from "../people/person.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { addTemplate, type TemplateOutcome } from "./add-template.server.ts";
import { changeTemplate } from "./change-template.server.ts";
import { isId } from "./insight.ts";
import { moveTemplate } from "./move-template.server.ts";
import { retireTemplate } from "./retire-template.server.ts";
import type { SentTemplate } from "./template.ts";
import { readTemplate } from "./template-draft.ts";

type Asked = { person: Person; id: string; intent: string; sent: SentTemplate };

/** Does what a form on the page of templates asks. The caller has asked `canKeepTemplates`. */
export async function templateByIntent(
  asked: Asked,
): Promise<TemplateOutcome | { outcome: "not-there" | "unknown" }> {
  const { person, id, intent } = asked;
  if (!isId(id)) return { outcome: "not-there" };
  if (intent === "add" || intent === "change") return write(asked, intent);
  if (intent === "up" || intent === "down")
    return done(await moveTemplate({ person, id, by: intent === "up" ? -1 : 1 }));
  if (intent === "retire" || intent === "offer")
    return done(await retireTemplate({ person, id, retired: intent === "retire" }));
  return { outcome: "unknown" };
}

async function write({ person, id, sent }: Asked, intent: "add" | "change") {
  const read = readTemplate(sent);
  if ("problems" in read) return { outcome: "refused" as const, problems: read.problems };
  const { draft } = read;
  const channels = await listChannels();
  if (draft.channel !== null && !channels.some(({ slug }) => slug === draft.channel)) {
    return { outcome: "refused" as const, problems: { channel: "Choose a channel from the list" } };
  }
  if (intent === "add") return addTemplate({ person, id, draft });
  return (await changeTemplate({ person, id, draft })) ?? { outcome: "not-there" as const };
}

function done(isDone: boolean): { outcome: "done" | "not-there" } {
  return { outcome: isDone ? "done" : "not-there" };
}
