import type { InsightDraft } from "./insight-draft.ts";
import type { Meant } from "./resolve-draft.server.ts";

type Words = { draft: Pick<InsightDraft, "departments" | "channel">; tagNames: readonly string[] };

const mostWords = 5_000;

// What words meant the last time. Nobody relies on it: whoever saves by it has PostgreSQL say in the same statement that it
// is still so, and one that is not costs a round trip more.
const departments = new Map<string, Meant["departments"][number]>();
const channels = new Map<string, string>();
const tags = new Map<string, Meant["tags"]>();

/** Remembers what each of a draft's words has just been found to mean; tags also that they mean nothing yet. */
export function keepMeant({ draft, tagNames, meant }: Words & { meant: Meant }): void {
  for (const words of [departments, tags]) if (words.size > mostWords) words.clear();
  for (const slug of draft.departments) departments.delete(slug);
  for (const department of meant.departments) departments.set(department.asked, department);
  channels.delete(draft.channel);
  if (meant.channelId) channels.set(draft.channel, meant.channelId);
  for (const name of tagNames)
    tags.set(
      name,
      meant.tags.filter(({ asked }) => asked === name),
    );
}

/** What all of a draft's words meant, if each of them has been asked for. */
export function findKeptMeant({ draft, tagNames }: Words): (Meant & { channelId: string }) | undefined {
  const channelId = channels.get(draft.channel);
  const about = draft.departments.flatMap((slug) => departments.get(slug) ?? []);
  if (channelId === undefined || about.length < draft.departments.length) return undefined;
  if (!tagNames.every((name) => tags.has(name))) return undefined;
  const tagged = tagNames.flatMap((name) => tags.get(name) ?? []);
  // Where it leads to a tag called otherwise, that depends on who asks.
  if (tagged.some(({ asked, name }) => asked !== name)) return undefined;
  return { channelId, departments: about, tags: tagged };
}

/** Tags that somebody has just used for the first time mean something from now on. */
export function forgetMeant(tagNames: readonly string[]): void {
  for (const name of tagNames) tags.delete(name);
}
