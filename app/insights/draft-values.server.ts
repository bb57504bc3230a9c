import { asFormFile } from "../files/sent-files.ts";
import { tagsInText } from "../text/tags-in-text.ts";
import { findTags } from "../vocabulary/coin-tags.server.ts";
import type { WholeInsight } from "./find-insight.server.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** What an insight says, as values the form can be filled with again. */
export async function draftValues({ card, body }: Pick<WholeInsight, "card" | "body">): Promise<FieldValues> {
  return {
    body,
    departments: card.departments.map(({ slug }) => slug),
    channel: card.channel.slug,
    tags: await tagsForThePicker({ body, tagNames: card.tags }),
    kind: card.kind,
    basis: card.basis,
    visibility: card.visibility,
    heardOn: card.heardOn,
    files: card.files.map(asFormFile),
  };
}

/**
 * The tags of an insight that are not written in its text. Those are left to the text: in the picker as well, they
 * would stay when somebody deletes them where they are written.
 */
export async function tagsForThePicker(said: { body: string; tagNames: string[] }): Promise<string[]> {
  const written = tagsInText(said.body);
  const meant = await findTags(written);
  const inText = new Set([...written, ...[...meant.values()].map(({ name }) => name)]);
  return said.tagNames.filter((tag) => !inText.has(tag));
}
