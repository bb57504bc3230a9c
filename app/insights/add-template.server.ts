import { runTransaction } from "#db/run-transaction.server.ts";
import { templates } from "#db/schema/drafts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { lockTemplates } from "./lock-templates.server.ts";
import { type TemplateProblems, templateLimits, templateSlug } from "./template.ts";
import type { TemplateDraft } from "./template-draft.ts";

/** `id` is the form's own: pressed twice, it adds one template. */
type Adding = { person: Person; id: string; draft: TemplateDraft };

export type TemplateOutcome = { outcome: "done" } | { outcome: "refused"; problems: TemplateProblems };

/** Adds a template after the others. The caller has asked `canKeepTemplates`. */
export function addTemplate({ person, id, draft }: Adding): Promise<TemplateOutcome> {
  return runTransaction<TemplateOutcome>(async (tx) => {
    const all = await lockTemplates(tx);
    if (all.some((one) => one.id === id)) return { outcome: "done" };
    const taken = nameTaken(all, draft.name);
    if (taken) return { outcome: "refused", problems: { name: taken } };
    if (all.length >= templateLimits.templates) {
      const name = `There are ${templateLimits.templates} already: change one of those`;
      return { outcome: "refused", problems: { name } };
    }
    const { name, body, kind, channel } = draft;
    const position = (all.at(-1)?.position ?? 0) + 1;
    await tx
      .insert(templates)
      .values({ id, name, body, kind, channelSlug: channel, position, createdBy: person.id });
    await recordEvent(tx, {
      name: "template.changed",
      actorId: person.id,
      subjectId: id,
      fields: Object.keys(draft),
    });
    return { outcome: "done" };
  });
}

/** What to say when another template has that name already, or one that reads the same in an address. */
export function nameTaken(others: readonly { name: string }[], name: string): string | undefined {
  const slug = templateSlug(name);
  return others.some((other) => templateSlug(other.name) === slug)
    ? "Another template has that name"
    : undefined;
}
