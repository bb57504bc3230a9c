import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Highlighted } from "../text/highlight.tsx";
import type { MatchedPlace } from "./where-matched.ts";

const words = { department: "matched department: ", tag: "matched tag: ", author: "by " } as const;

/** Where an insight was found other than in its text: "matched department: Comp Sci · by Priya Shah". */
export function MatchedPlaces({ matched }: { matched: readonly MatchedPlace[] }): JSX.Element {
  const say = useOurWords();
  return (
    <span className="[&_mark]:text-ink">
      {matched.map(({ where, text }, at) => (
        <span key={where}>
          {at > 0 && " · "}
          {say(words[where])}
          <Highlighted text={text} />
        </span>
      ))}
    </span>
  );
}
