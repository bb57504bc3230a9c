import { toldOfChanges } from "#app/events/look-for-changes.server.ts";
import { log } from "#app/log.server.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { type Hay, type KnownHay, knownHay, mayBeNamed, type WordSought } from "./may-be-named.ts";
import { allHays } from "./named-in-sql.server.ts";

type Kept = { number: number; hays: KnownHay[] };

const betweenReadings = 1_000;

let kept: Kept | undefined;
let lastRead = 0;
let isReading = false;

/**
 * Which departments, contacts, colleagues and tags may be found by these words, by what all of them are found by as this
 * process last read it: at least those that are. `stands` tells whether that is as it was then; undefined when nothing has
 * been read since the last change, which is then done beside the request.
 */
export function likelyNamed(
  words: readonly WordSought[],
  unchangedSince: Promise<number | undefined>,
): { ids: string[]; stands: Promise<boolean> } | undefined {
  const known = kept;
  if (known?.number !== toldOfChanges().number) {
    readBeside();
    return undefined;
  }
  const stands = unchangedSince.then(
    (since) => since !== undefined && since <= known.number,
    () => false,
  );
  return { ids: mayBeNamed(known.hays, words), stands };
}

function readBeside(): void {
  if (isReading || Date.now() - lastRead < betweenReadings) return;
  isReading = true;
  lastRead = Date.now();
  const { number } = toldOfChanges();
  readHays({})
    .then((rows) => {
      kept = { number, hays: rows.map(knownHay) };
    })
    .catch((error: unknown) => log().warn({ err: error }, "the names in the library could not be read"))
    .finally(() => {
      isReading = false;
    });
}

const readHays = preparedStatement<Hay>(() => allHays());
