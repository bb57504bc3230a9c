import { useLocation } from "@remix-run/react";
import { useState } from "react";
import type { Draft } from "./draft.ts";
import type { FormInHand } from "./form-in-hand.ts";
import { inHandOf } from "./restored-form.ts";

type Page = { idempotencyKey: string; draft?: Draft };

type InHand = {
  idempotencyKey: string;
  inHand: FormInHand | undefined;
  onForm(next: FormInHand): void;
};

/**
 * The form of a page that has one: as it came, with the draft that was asked for, or what has taken its place since. Its
 * key stays the same while the page is loaded again.
 */
export function useFormInHand({ idempotencyKey, draft }: Page): InHand {
  const { pathname, search } = useLocation();
  const at = pathname + search;
  const inHand = draft && inHandOf({ ...draft, here: false });
  const next = { at, idempotencyKey, inHand };
  const [current, setCurrent] = useState(next);
  const onForm = (form: FormInHand) => setCurrent((before) => ({ ...before, inHand: form }));
  if (current.at === at) return { ...current, onForm };
  setCurrent(next);
  return { ...next, onForm };
}
