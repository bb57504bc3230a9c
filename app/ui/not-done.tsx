import type { JSX } from "react";
import { Notice } from "./notice.tsx";

type NotDoneProps = { answer?: { unavailable?: true; signedOut?: true; tooLarge?: true } };

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

function wordsFor({
  unavailable,
  signedOut,
  tooLarge,
}: NonNullable<NotDoneProps["answer"]>): string | undefined {
  if (unavailable) return "The library's data could not be reached. Wait a moment and try again.";
  if (signedOut) return "You have been signed out. Sign in again, then try once more.";
  if (tooLarge) return "That was too much at once.";
  return undefined;
}
