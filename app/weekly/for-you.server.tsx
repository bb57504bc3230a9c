import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import type { ForYou } from "./for-you.ts";

/** On top of an issue, for its reader: nothing where there is nothing for them. `closes`: until when it is open; `desk`: where an editor works on it. */
export function DrawnForYou({
  heard,
  stoppedAt,
  closes,
  desk,
}: ForYou & { closes?: string; desk?: string }): JSX.Element {
  const yours = heard.filter(({ why }) => why === "yours");
  const followed = heard.filter(({ why }) => why === "followed");
  return (
    <>
      {closes && <p className="text-sm text-soft">Open until {closes}</p>}
      {desk && (
        <p className="text-sm">
          <a href={desk} className="link inline-block min-h-6">
            Edit this issue
          </a>
        </p>
      )}
      {stoppedAt && (
        <p className="text-sm">
          <a href={`#${stoppedAt}`} className="link inline-block min-h-6">
            Go on where you stopped reading
          </a>
        </p>
      )}
      {yours.length > 0 && <Heard title="Your departments this week" heard={yours} />}
      {followed.length > 0 && <Heard title="What you follow" heard={followed} />}
    </>
  );
}

function Heard({ title, heard }: { title: string } & Pick<ForYou, "heard">): JSX.Element {
  const say = useOurWords();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <h2 className="font-semibold">{say(title)}</h2>
      <ul className="flex flex-wrap gap-x-3">
        {heard.map(({ name, count, first }) => (
          <li key={name}>
            <a href={`#${first}`} className="card-link">
              {name} <span className="text-soft tabular-nums">({count})</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
