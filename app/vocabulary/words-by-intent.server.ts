import { putAside } from "./keep-empty-searches.server.ts";
import { putBackWords, removeWords, saveWords, type WordsOutcome } from "./keep-words.server.ts";
import {
  readWordGroup,
  type SentWordGroup,
  type WordGroupContent,
  type WordGroupProblems,
} from "./word-group.ts";

type Asked = {
  actorId: string;
  id: string;
  version: number;
  intent: string;
  sent: SentWordGroup;
  /** Words of a search that found nothing. */
  searched: string;
};

export type WordsTurned =
  | { outcome: WordsOutcome; notice?: "words-saved" | "words-removed" | "search-put-aside" }
  | { outcome: "shown"; content: WordGroupContent }
  | { outcome: "refused"; problems: WordGroupProblems }
  | { outcome: "unknown" };

/** Does what a form on the page of words asks; `shown` when it only wants to see the effect. */
export async function wordsByIntent(asked: Asked): Promise<WordsTurned> {
  const { actorId, id, version, intent, sent, searched } = asked;
  const given = { actorId, id, version };
  switch (intent) {
    case "show":
    case "save": {
      const read = readWordGroup(sent);
      if ("problems" in read) return { outcome: "refused", problems: read.problems };
      if (intent === "show") return { outcome: "shown", content: read.content };
      return { outcome: await saveWords({ ...given, content: read.content }), notice: "words-saved" };
    }
    case "remove":
      return { outcome: await removeWords(given), notice: "words-removed" };
    case "put-back":
      return { outcome: await putBackWords({ ...given, to: version - 1 }), notice: "words-saved" };
    case "put-aside":
      return {
        outcome: await putAside({ actorId, words: searched, aside: true }),
        notice: "search-put-aside",
      };
    case "bring-back":
      return { outcome: await putAside({ actorId, words: searched, aside: false }) };
    default:
      return { outcome: "unknown" };
  }
}
