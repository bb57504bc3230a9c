import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { nameTaken, type TemplateOutcome } from "./add-template.server.ts";
import { lockTemplates } from "./lock-templates.server.ts";
import type { TemplateDraft } from "./template-draft.ts";

type Changing = { person: Person; id: string; draft: TemplateDraft };

/** Writes a template anew. What was posted with it before stays as it is. The caller has asked `canKeepTemplates`. */
export function changeTemplate({ person, id, draft }: Changing): Promise<TemplateOutcome | undefined> {
  return runTransaction<TemplateOutcome | undefined>(async (tx) => {
    const all = await lockTemplates(tx);
    if (!all.some((one) => one.id === id)) return undefined;
    const others = all.filter((one) => one.id !== id);
    const taken = nameTaken(others, draft.name);
    if (taken) return { outcome: "refused", problems: { name: taken } };
    const { name, body, kind, channel } = draft;
    await tx.update(templates).set({ name, body, kind, channelSlug: channel }).where(eq(templates.id, id));
    await recordEvent(tx, {
      name: "template.changed",
      actorId: person.id,
      subjectId: id,
      fields: Object.keys(draft),
    });
    return { outcome: "done" };
  });
}
