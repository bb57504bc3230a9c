import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { briefingOf } from "./briefing.ts";
import { findKnown, type Known } from "./find-briefing.server.ts";
import { type HandoverPack, packOf, packSpan } from "./handover-pack.ts";
import { listYear } from "./list-year.server.ts";

type Asked = { person: Person; slug: string; today: Day };

/** A department's pack as far as this person may read, with the department itself; undefined when it is not there. */
export async function findHandoverPack({
  person,
  slug,
  today,
}: Asked): Promise<{ pack: HandoverPack; department: Known["department"] } | undefined> {
  const [known, rows] = await Promise.all([
    findKnown({ person, slug, today }),
    listYear({ person, slug: slug.replaceAll("\0", ""), ...packSpan(today) }),
  ]);
  if (!known || !rows) return undefined;
  const briefing = briefingOf({ ...known, today });
  return { pack: packOf({ briefing, known, rows, today }), department: known.department };
}
