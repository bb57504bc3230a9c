import type { JSX } from "react";
import type { TalkAnswer } from "./talk.ts";
import { troubleLook, troubleWords } from "./trouble-words.ts";

/** Why what was pressed or sent in place was not done. Nothing when all is well. */
export function TalkTrouble({ answer }: { answer?: TalkAnswer }): JSX.Element | null {
  const words = troubleWords(answer ?? {});
  if (!words) return null;
  return (
    <p role="alert" className={troubleLook}>
      {words}
    </p>
  );
}
