import { asFormFile } from "../files/sent-files.ts";
import { tagsInText } from "../text/tags-in-text.ts";
import { findTags } from "../vocabulary/coin-tags.server.ts";
import type { WholeInsight } from "./find-insight.server.ts";
import type { FieldValues } from "./insight-fields.tsx";

/**
 * What an insight says, as values the form can be filled with again. Tags written in its text are left to the text:
 * in the picker as well, they would stay when somebody deletes them where they are written.
 */
export async function draftValues({ card, body }: Pick<WholeInsight, "card" | "body">): Promise<FieldValues> {
  const written = tagsInText(body);
  const meant = await findTags(written);
  const inText = new Set([...written, ...[...meant.values()].map(({ name }) => name)]);
  return {
    body,
    departments: card.departments.map(({ slug }) => slug),
    channel: card.channel.slug,
    tags: card.tags.filter((tag) => !inText.has(tag)),
    kind: card.kind,
    basis: card.basis,
    visibility: card.visibility,
    heardOn: card.heardOn,
    files: card.files.map(asFormFile),
  };
}
