import {
  type ReadAt,
  readFromNow,
  standsUnchanged,
  type UnchangedSince,
} from "#app/events/stands-unchanged.server.ts";
import { timePassed } from "#app/events/time-passed.ts";
import { log } from "#app/log.server.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { type Hay, type KnownHay, knownHay, mayBeNamed, type WordSought } from "./may-be-named.ts";
import { allHays } from "./named-in-sql.server.ts";

const betweenReadings = 1_000;

let kept: { read: ReadAt; hays: KnownHay[] } | undefined;
let lastRead = 0;
let isReading = false;

/**
 * Which departments, contacts, colleagues and tags may be found by these words, by what all of them are found by as this
 * process last read it: at least those that are. `stands` tells whether that is as it was then; when it is not, or nothing
 * was read yet, that is read anew beside the request.
 */
export function likelyNamed(
  words: readonly WordSought[],
  unchangedSince: UnchangedSince,
): { ids: string[]; stands: Promise<boolean> } | undefined {
  if (!kept) {
    readBeside();
    return undefined;
  }
  const stands = standsUnchanged(kept.read, unchangedSince).then((isSo) => {
    if (!isSo) readBeside();
    return isSo;
  });
  return { ids: mayBeNamed(kept.hays, words), stands };
}

function readBeside(): void {
  if (isReading || timePassed() - lastRead < betweenReadings) return;
  isReading = true;
  lastRead = timePassed();
  const read = readFromNow();
  readHays({})
    .then((rows) => {
      kept = { read, hays: rows.map(knownHay) };
    })
    .catch((error: unknown) => log().warn({ err: error }, "the names in the library could not be read"))
    .finally(() => {
      isReading = false;
    });
}

const readHays = preparedStatement<Hay>(allHays);
