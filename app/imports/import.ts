/** Limits of one file. `setRows` is how many rows are posted in one transaction, each set a checkpoint. */
export const importLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 200_000,
  setRows: 500,
  rowBytes: 200_000,
  columns: 200,
  keptDays: 7,
  unknownValues: 200,
} as const;

/** What the rows of a file are. */
export type ImportSubject = "insights" | "enquiries";

/**
 * Where an import stands. `mapping`: its columns are being told apart; `checking`: read without posting; `checked`: what
 * would be posted is known; `importing`; `stopped` by whoever runs it; `finished`; `undoing`, `undone`; `failed`: its file
 * could not be read on.
 */
export type ImportState =
  | "mapping"
  | "checking"
  | "checked"
  | "importing"
  | "stopped"
  | "finished"
  | "undoing"
  | "undone"
  | "failed";

/** In these states somebody is at work, and the page shows how far it has come. */
export const runningStates = ["checking", "importing", "undoing"] as const;
export type RunningState = (typeof runningStates)[number];

export function isRunning(state: ImportState): state is RunningState {
  return (runningStates as readonly string[]).includes(state);
}

export type Counts = { posted: number; alreadyThere: number; refused: number };

/** A department or channel the file names and the library does not know. */
export type UnknownValue = { of: "departments" | "channel"; value: string; rows: number };

/** What an import's page shows of it. */
export type ImportView = Counts & {
  id: string;
  personId: string;
  by: string;
  fileName: string;
  bytes: number;
  state: ImportState;
  rowsRead: number;
  rowsTotal: number | null;
  checked: Counts | null;
  unknown: UnknownValue[];
  headings: string[];
  trouble: string | null;
  withdrawn: number;
  startedAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  fileDroppedAt: Date | null;
};
