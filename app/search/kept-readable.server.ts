import type { Person } from "#app/people/person.ts";
import { quietSince } from "./index-view.server.ts";

type Reader = Pick<Person, "id" | "team">;

const most = 2_000;
const kept = new Map<string, number>();
let keptOf: string | undefined;

/**
 * How many insights a reader may read, once the engine has counted them: it is not asked again while the index is the
 * same. An answer begun before that was certain is thrown away when it is not (`expectQuiet`). Undefined while
 * something is on its way into the index.
 */
export function keptReadable(
  reader: Reader,
): { known: number | undefined; keep(counted: number): void } | undefined {
  const index = quietSince();
  if (index === undefined) return undefined;
  if (index !== keptOf || kept.size >= most) kept.clear();
  keptOf = index;
  const key = `${reader.id} ${reader.team.id}`;
  return {
    known: kept.get(key),
    keep: (counted) => {
      if (keptOf === index) kept.set(key, counted);
    },
  };
}
