import { generateTenantToken } from "meilisearch/token";
import { timePassed } from "#app/events/time-passed.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { mainIndex } from "./engine.server.ts";
import { readableFilter } from "./engine-filter.ts";
import type { SearchKey } from "./search-keys.server.ts";

const minutes = { valid: 120, kept: 1 } as const;
const mostKept = 2_000;
const kept = new Map<string, { token: Promise<string>; until: number }>();

/**
 * A token that can only search our index, and only what this person may read: whatever filter is sent with it. It never
 * leaves the server and is kept for a minute; valid for so long that a clock an hour behind the engine's costs no search.
 */
export function tenantToken(person: Pick<Person, "id" | "team">, key: SearchKey): Promise<string> {
  const name = `${key.key} ${person.id} ${person.team.id}`;
  const found = kept.get(name);
  if (found && found.until > timePassed()) return found.token;
  if (kept.size >= mostKept) kept.clear();
  const token = signToken(person, key);
  kept.set(name, { token, until: timePassed() + minutes.kept * 60_000 });
  token.catch(() => kept.delete(name));
  return token;
}

function signToken(person: Pick<Person, "id" | "team">, key: SearchKey): Promise<string> {
  return generateTenantToken({
    apiKey: key.key,
    apiKeyUid: key.uid,
    searchRules: { [mainIndex()]: { filter: readableFilter(readingRule(person)) } },
    expiresAt: new Date(Date.now() + minutes.valid * 60_000),
  });
}
