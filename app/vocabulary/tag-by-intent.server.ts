import type { SQL } from "drizzle-orm";
import { renameTag, retireTag, setSynonyms, type TagOutcome } from "./keep-tags.server.ts";
import { mergeTags, undoMerge } from "./merge-tags.server.ts";

type Asked = {
  actorId: string;
  tagId: string;
  intent: string;
  sent: (name: string) => string;
  /** The id of a tag this editor may know of. */
  idOf: (name: string) => string | undefined;
  /** Which synonyms this editor may know of: a condition on `tag_synonyms`. */
  known: SQL;
  /** Which tags this editor may not know of: a condition on `tags`. */
  hidden: SQL;
};

/** Does what a form on a tag's page asks; undefined when it asked for nothing there is. */
export async function tagByIntent(asked: Asked): Promise<TagOutcome | undefined> {
  const { actorId, tagId, intent, sent, idOf, known, hidden } = asked;
  const given = { actorId, tagId };
  switch (intent) {
    case "rename":
      return renameTag({ ...given, name: sent("name"), known, hidden });
    case "synonyms":
      return setSynonyms({ ...given, text: sent("synonyms"), known, hidden });
    case "retire":
    case "offer":
      return retireTag({ ...given, retired: intent === "retire" });
    case "merge": {
      const intoId = idOf(sent("into"));
      if (!intoId) return { outcome: "refused", problem: "Choose a tag from the list" };
      return mergeTags({ actorId, fromId: tagId, intoId });
    }
    case "undo-merge":
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sent("merge"))
        ? undoMerge({ actorId, mergeId: sent("merge") })
        : undefined;
    default:
      return undefined;
  }
}
