import { useEffect, useState } from "react";
import type { FieldValues } from "./insight-fields.tsx";
import { takeKeptDraft } from "./kept-draft.ts";

/** What was written before somebody else signed in, once this page's script runs. Mount the form anew when it comes. */
export function useKeptDraft(): FieldValues | undefined {
  const [kept, setKept] = useState<FieldValues>();
  useEffect(() => setKept((already) => already ?? takeKeptDraft()), []);
  return kept;
}
