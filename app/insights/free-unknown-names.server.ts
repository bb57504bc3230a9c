import { runTransaction } from "#db/run-transaction.server.ts";
import { freeNames } from "../vocabulary/take-in-hidden.server.ts";
import type { Reader } from "./readable.ts";
import { tagsMeantFor } from "./tags-meant-for.server.ts";

type Asked = {
  person: Reader;
  /** What each name leads to. */
  led: readonly { asked: string; name: string }[];
};

/**
 * Frees the names that lead, renamed or merged since, to a tag hidden from this person: an insight with such a name would
 * else tell what that tag is called today. Whether there were any, so that what names mean is to be looked up anew.
 */
export async function freeUnknownNames({ person, led }: Asked): Promise<boolean> {
  const elsewhere = led.filter(({ asked, name }) => asked !== name).map(({ asked }) => asked);
  if (elsewhere.length === 0) return false;
  const meant = await tagsMeantFor(person, elsewhere);
  const unknown = elsewhere.filter((name) => meant.includes(name));
  if (unknown.length > 0) await runTransaction((tx) => freeNames(tx, unknown));
  return unknown.length > 0;
}
