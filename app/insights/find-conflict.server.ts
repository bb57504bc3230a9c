import { draftValues } from "./draft-values.server.ts";
import type { WholeInsight } from "./find-insight.server.ts";
import { findVersionValues } from "./find-version-values.server.ts";
import type { FieldValues } from "./insight-fields.tsx";
import { mergeValues } from "./merge-values.ts";

/** What was saved meanwhile, what one sent, and the two brought together as far as that can be. */
export type EditConflictFound = {
  version: number;
  saved: FieldValues;
  mine: FieldValues;
  merged: FieldValues;
  disputed: string[];
};

type Meeting = { begunFrom: number; saved: WholeInsight; mine: FieldValues };

/** Two edits of one insight that met: the later one is not saved until its writer has seen both. */
export async function findConflict({ begunFrom, saved, mine }: Meeting): Promise<EditConflictFound> {
  const [savedValues, base] = await Promise.all([
    draftValues(saved),
    findVersionValues({ id: saved.card.id, version: begunFrom }),
  ]);
  const { values, disputed } = mergeValues({ base: base ?? savedValues, mine, saved: savedValues });
  return { version: saved.version, saved: savedValues, mine, merged: values, disputed };
}
