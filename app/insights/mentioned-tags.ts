import { tagsInText } from "../text/tags-in-text.ts";
import { insightLimits } from "./insight.ts";

/** The tags of a draft: those chosen, then those written as `#tag` in the text, each once, up to the limit. */
export function mentionedTags(draft: { body: string; tags: readonly string[] }): string[] {
  return [...new Set([...draft.tags, ...tagsInText(draft.body)])].slice(0, insightLimits.tags);
}
