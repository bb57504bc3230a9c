import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { CountedLink } from "./counted-link.tsx";
import type { ForYou } from "./for-you.ts";

type OnTopProps = Pick<ForYou, "stoppedAt"> & { closes?: string; desk?: string };

/** Under an issue's name, for its reader: until when it is open, where an editor works on it, where they stopped. */
export function DrawnOnTop({ stoppedAt, closes, desk }: OnTopProps): JSX.Element {
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
    </>
  );
}

/** What of an issue is for its reader: nothing where there is nothing for them. */
export function DrawnForYou({ heard }: Pick<ForYou, "heard">): JSX.Element {
  const yours = heard.filter(({ why }) => why === "yours");
  const followed = heard.filter(({ why }) => why === "followed");
  return (
    <>
      {yours.length > 0 && <Heard title="Your departments this week" heard={yours} />}
      {followed.length > 0 && <Heard title="What you follow" heard={followed} />}
    </>
  );
}

function Heard({ title, heard }: { title: string } & Pick<ForYou, "heard">): JSX.Element {
  const say = useOurWords();
  return (
    <div>
      <h2 className="mb-2 border-b border-line pb-1.5 font-semibold">{say(title)}</h2>
      <ul>
        {heard.map(({ name, count, first }) => (
          <li key={name}>
            <CountedLink to={first} name={name} count={count} />
          </li>
        ))}
      </ul>
    </div>
  );
}
