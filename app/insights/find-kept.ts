import { forgetOnDevice, listOnDevice } from "./device-drafts.ts";
import type { Draft } from "./draft.ts";
import type { Restored } from "./form-in-hand.ts";
import { listHeldForms } from "./held-forms.ts";
import { fetchDrafts } from "./send-draft.ts";

type Asked = { writer: string; key: string; insightId?: string };

/**
 * What this person was writing last, for a form like this one: on this device or on another, whichever is newer. Not
 * what stands open in another tab. What has been posted meanwhile is forgotten here too.
 */
export async function findKept({ writer, key, insightId }: Asked): Promise<Restored | undefined> {
  const here = listOnDevice(writer);
  const [held, { drafts, posted }] = await Promise.all([
    listHeldForms(),
    fetchDrafts(here.map((draft) => draft.key)).catch(() => ({ drafts: [], posted: [] as string[] })),
  ]);
  for (const done of posted) forgetOnDevice(writer, done);
  const newest = new Map<string, Restored>();
  const weigh = (draft: Draft, isHere: boolean) => {
    const other = newest.get(draft.key);
    if (!other || draft.version > other.version) newest.set(draft.key, { ...draft, here: isHere });
  };
  for (const draft of here) if (!posted.includes(draft.key)) weigh(draft, true);
  for (const draft of drafts) weigh(draft, false);
  held.delete(key);
  return [...newest.values()]
    .filter((draft) => draft.insightId === insightId && !held.has(draft.key))
    .sort((one, two) => two.savedAt.localeCompare(one.savedAt))[0];
}
