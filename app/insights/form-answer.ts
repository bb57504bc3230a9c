import { useActionData } from "@remix-run/react";
import type { DraftProblems } from "./insight-draft.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** What an action says when nothing was saved: what is wrong, and what was typed, for pages without script. */
export type FormAnswer = {
  problems?: DraftProblems;
  sent?: FieldValues;
  /** The insight that an earlier press of this very form posted, in other words than now. */
  postedBefore?: string;
  unavailable?: true;
  /** No answer came, or none of ours; "offline" when the device itself knew of no connection. */
  unreachable?: true | "offline";
  signedOut?: true;
  /** Who is signed in now, when the form was written as somebody else. */
  signedInNow?: { id: string; name: string };
  /** The key of the form that is kept on this device now, to be sent later. */
  queued?: string;
  tooLarge?: true;
  /** Seconds to wait. */
  tooOften?: number;
};

export function useFormAnswer(): FormAnswer | undefined {
  return useActionData() as FormAnswer | undefined;
}
