/** What became of each row of a small table, or would. */
export type TableOutcome = {
  added: { row: number; name: string }[];
  there: { row: number; name: string }[];
  refused: { row: number; problem: string }[];
};

export function nothingYet(): TableOutcome {
  return { added: [], there: [], refused: [] };
}
