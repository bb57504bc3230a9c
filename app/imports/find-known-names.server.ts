import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { listDepartments } from "../departments/list-departments.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import type { DepartmentWord } from "../settings/our-words.ts";
import { comparable } from "./known-words.ts";

export type KnownDepartment = { id: string; slug: string; name: string; closed: boolean; aliases: string[] };
export type KnownChannel = { id: string; slug: string };
export type KnownAuthor = { id: string; teamId: string };

/** Everything a file's cells may name, each by every name it goes by; a name two things share is nobody's. */
export type KnownNames = {
  departments: Map<string, KnownDepartment>;
  channels: Map<string, KnownChannel>;
  authors: Map<string, KnownAuthor>;
  /** What departments are called here. */
  word: DepartmentWord;
};

export async function findKnownNames(): Promise<KnownNames> {
  const [{ departmentWord }, departments, channelRows, authors] = await Promise.all([
    findLibrarySettings(),
    listDepartments(),
    db
      .select({ id: channels.id, slug: channels.slug, name: channels.name, phrase: channels.phrase })
      .from(channels),
    db
      .select({
        id: people.id,
        teamId: people.teamId,
        handle: people.handle,
        name: people.name,
        email: sql<string>`lower(${people.email})`,
      })
      .from(people),
  ]);
  return {
    word: departmentWord,
    departments: byName(
      departments.map((department) => ({
        thing: department,
        names: [[department.slug], [department.name], department.aliases],
      })),
      comparable,
    ),
    channels: byName(
      channelRows.map(({ name, phrase, ...channel }) => ({
        thing: channel,
        names: [[channel.slug], [name], [phrase]],
      })),
      comparable,
    ),
    authors: byName(
      authors.map(({ handle, name, email, ...author }) => ({
        thing: author,
        names: [[email], [handle, `@${handle}`], [name]],
      })),
      authorName,
    ),
  };
}

type Named<Thing> = { thing: Thing; names: readonly (readonly string[])[] };

/** Earlier names go before later ones: another's nickname never takes a department's name. */
function byName<Thing extends { id: string }>(
  all: readonly Named<Thing>[],
  key: (name: string) => string,
): Map<string, Thing> {
  const known = new Map<string, Thing>();
  const ranks = Math.max(0, ...all.map(({ names }) => names.length));
  for (let rank = 0; rank < ranks; rank += 1) {
    const found = new Map<string, Thing | undefined>();
    for (const { thing, names } of all) {
      for (const name of new Set(names[rank]?.map(key))) {
        found.set(name, found.has(name) && found.get(name)?.id !== thing.id ? undefined : thing);
      }
    }
    for (const [name, thing] of found) if (thing && name && !known.has(name)) known.set(name, thing);
  }
  return known;
}

/** Addresses and handles differ by single signs: only case and space are overlooked. */
export function authorName(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
}
