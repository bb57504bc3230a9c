import { isId } from "../insights/insight.ts";
import type { Person } from "../people/person.ts";
import { dayIn, isDay } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { notePhraseUse, withdrawPhraseUse } from "./note-phrase-use.server.ts";
import type { PhraseProblems, SentPhrase } from "./phrase.ts";
import { readPhrase } from "./phrase-draft.ts";
import { addPhrase, changePhrase, retirePhrase } from "./save-phrase.server.ts";

type Asked = { person: Person; one: (name: string) => string };

export type PhraseDone =
  | { outcome: "done" | "changed-meanwhile" | "not-there" | "unknown" }
  | { outcome: "refused"; id: string; problems: PhraseProblems; sent: SentPhrase };

/** Does what a form of the phrases' page asks. The caller has asked `canKeepPhrases`. */
export async function phraseByIntent({ person, one }: Asked): Promise<PhraseDone> {
  const [id, intent] = [one("id"), one("intent")];
  if (!isId(id)) return { outcome: intent ? "not-there" : "unknown" };
  if (intent === "add" || intent === "change") return write({ person, one }, intent);
  if (intent === "retire" || intent === "offer")
    return done(await retirePhrase({ person, id, retired: intent === "retire" }));
  if (intent === "withdraw-use") return done(await withdrawPhraseUse({ person, id }));
  if (intent !== "use") return { outcome: "unknown" };
  const phraseId = one("phrase");
  if (!isId(phraseId)) return { outcome: "not-there" };
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const usedOn = isDay(one("usedOn")) && one("usedOn") <= today ? one("usedOn") : today;
  const use = { id, phraseId, department: one("department"), worked: one("worked") !== "no", usedOn };
  return done(await notePhraseUse({ person, ...use, note: one("note") }));
}

async function write({ person, one }: Asked, intent: "add" | "change"): Promise<PhraseDone> {
  const id = one("id");
  const sent = { kind: one("kind"), benefit: one("benefit"), text: one("text"), answer: one("answer") };
  const read = readPhrase(sent);
  if ("problems" in read) return { outcome: "refused", id, problems: read.problems, sent };
  if (intent === "change") {
    const version = Number(/^\d{1,6}$/.exec(one("version"))?.[0] ?? 0);
    return { outcome: await changePhrase({ person, id, version, draft: read.draft }) };
  }
  await addPhrase({ person, id, draft: read.draft });
  return { outcome: "done" };
}

function done(isDone: boolean): PhraseDone {
  return { outcome: isDone ? "done" : "not-there" };
}
