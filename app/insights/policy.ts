import { isEditor, type Person } from "../people/person.ts";
import { canRead, type ReadableFields } from "./readable.ts";

/** What of an insight decides who may do what with it. */
export type JudgedInsight = ReadableFields & { withdrawnAt: Date | null; hiddenAt: Date | null };

/** Its author may always open it; others may read what the rule shows them; a hidden one, editors besides. */
export function canOpen(person: Person, insight: JudgedInsight): boolean {
  if (insight.authorId === person.id) return true;
  if (!canRead(person, insight) || insight.withdrawnAt) return false;
  return !insight.hiddenAt || isEditor(person);
}

/** Only its author rewrites an insight, and not while it is withdrawn or hidden. */
export function canEdit(person: Person, insight: JudgedInsight): boolean {
  return insight.authorId === person.id && !insight.withdrawnAt && !insight.hiddenAt;
}

/** Its author withdraws an insight. */
function canWithdraw(person: Person, insight: JudgedInsight): boolean {
  return insight.authorId === person.id && !insight.withdrawnAt;
}

/** Its author undoes posting it, however often the button is pressed. */
function canUndo(person: Person, insight: JudgedInsight): boolean {
  return insight.authorId === person.id;
}

/** Its author brings a withdrawn insight back, for thirty days; then it is kept for the record alone. */
function canRestore(person: Person, insight: JudgedInsight): boolean {
  return (
    insight.authorId === person.id && insight.withdrawnAt !== null && !isPastRestoring(insight.withdrawnAt)
  );
}

/** Days a withdrawn insight can be brought back. */
export const restoreDays = 30;

/** Whether it was withdrawn too long ago. */
function isPastRestoring(withdrawnAt: Date, now: Date = new Date()): boolean {
  return now.getTime() - withdrawnAt.getTime() > restoreDays * 86_400_000;
}

/** An editor hides what they can read, with a reason. */
function canHide(person: Person, insight: JudgedInsight): boolean {
  return isEditor(person) && canRead(person, insight) && !insight.withdrawnAt && !insight.hiddenAt;
}

/** An editor shows a hidden insight again. */
function canUnhide(person: Person, insight: JudgedInsight): boolean {
  return isEditor(person) && canRead(person, insight) && insight.hiddenAt !== null;
}

/** What a person may do with an insight they can open, by the name of each doing. */
export function permissions(person: Person, insight: JudgedInsight): Record<Doing, boolean> {
  return {
    edit: canEdit(person, insight),
    withdraw: canWithdraw(person, insight),
    undo: canUndo(person, insight),
    restore: canRestore(person, insight),
    hide: canHide(person, insight),
    unhide: canUnhide(person, insight),
  };
}

/** Whether the press before this one did what is asked: nothing more is done, and the second is told the same. */
export function isDoneAlready(person: Person, insight: JudgedInsight, doing: Doing): boolean {
  const isMine = insight.authorId === person.id;
  const editsIt = isEditor(person) && canRead(person, insight) && !insight.withdrawnAt;
  switch (doing) {
    case "withdraw":
      return isMine && insight.withdrawnAt !== null;
    case "restore":
      return isMine && insight.withdrawnAt === null;
    case "hide":
      return editsIt && insight.hiddenAt !== null;
    case "unhide":
      return editsIt && insight.hiddenAt === null;
    default:
      return false;
  }
}

export type Doing = "edit" | "withdraw" | "undo" | "restore" | "hide" | "unhide";
