import { useState } from "react";
import type { PrivacyNudge } from "../text/privacy-nudge.ts";
import type { ServerPiece } from "../ui/server-markup.tsx";
import type { Visibility } from "./insight.ts";
import type { FieldValues } from "./insight-fields.tsx";

/** An insight just posted, as the server has drawn it. */
export type JustPostedCard = { id: string; visibility: Visibility; card: ServerPiece };

/** What was done to an insight just before this page; `turn` differs from one doing to the next. */
export type Turned = {
  turn: string;
  justPosted?: JustPostedCard;
  /** Of what was posted: who is named in it. */
  lookAgain?: PrivacyNudge;
  undone?: { id: string; values: FieldValues };
};

/** The same, with the key of the form that stands in the box since. */
export type PostingTurn = Turned & { idempotencyKey: string };

/**
 * A new form after each post or undo, and otherwise the same one, key, text and strip, however often the page is
 * loaded again meanwhile: the note of what was read does so after some seconds.
 */
export function usePostingTurn(turned: Turned | undefined, freshKey: string): PostingTurn {
  const next = { ...(turned ?? { turn: "" }), idempotencyKey: freshKey };
  const [current, setCurrent] = useState<PostingTurn>(next);
  if (turned === undefined || turned.turn === current.turn) return current;
  setCurrent(next);
  return next;
}
