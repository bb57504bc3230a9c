import type { JSX } from "react";
import { Notice } from "./notice.tsx";
import { waitWords } from "./wait-words.ts";

/** What an action says when it did nothing; `tooOften` is how many seconds to wait. */
export type Undone = { unavailable?: true; signedOut?: true; tooLarge?: true; tooOften?: number };

type NotDoneProps = { answer?: Undone };

/** Why what was pressed was not done, where nothing was typed that could be lost. Nothing when all is well. */
export function NotDone({ answer }: NotDoneProps): JSX.Element | null {
  const words = wordsFor(answer ?? {});
  if (!words) return null;
  return (
    <div className="mb-6">
      <Notice tone="error" title="Not done">
        {words}
      </Notice>
    </div>
  );
}

function wordsFor({ unavailable, signedOut, tooLarge, tooOften }: Undone): string | undefined {
  if (unavailable) return "The library's data could not be reached. Wait a moment and try again.";
  if (signedOut) return "You have been signed out. Sign in again, then try once more.";
  if (tooOften) return `That was a lot in a short time. Wait ${waitWords(tooOften)} and try again.`;
  if (tooLarge) return "That was too much at once.";
  return undefined;
}
