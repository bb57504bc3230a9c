import type { JSX, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Desk } from "./desk-data.ts";
import { issueLimits } from "./edited-issue.ts";

type PicksProps = Pick<Desk, "picks" | "others" | "version">;

/** What is picked, in its order, each with why; and what can be. Every press is a form of its own. */
export function DeskPicks({ picks, others, version }: PicksProps): JSX.Element {
  const isFull = picks.length >= issueLimits.picks;
  return (
    <>
      {picks.length === 0 && (
        <p className="text-soft">
          Nothing picked yet. What you pick stands at the top of the issue, with why.
        </p>
      )}
      <ol className="grid gap-6 empty:hidden">
        {picks.map(({ id, about, text, sentence }, at) => (
          <li key={id} className="grid gap-2">
            <p className="font-semibold">{about}</p>
            <p className="max-w-measure">{text}</p>
            <Press does="say-why" insight={id} version={version} className="flex items-end gap-2">
              <TextField
                id={`why-${id}`}
                name="sentence"
                label="Why, in a sentence"
                defaultValue={sentence}
                maxLength={issueLimits.sentence}
                className="flex-1"
              />
              <Button variant="secondary" className="min-h-11">
                Save<span className="sr-only"> why: {about}</span>
              </Button>
            </Press>
            <div className="flex flex-wrap gap-2">
              {at > 0 && (
                <Press does="up" insight={id} version={version}>
                  <Button variant="quiet" size="small">
                    Move up<span className="sr-only">: {about}</span>
                  </Button>
                </Press>
              )}
              {at < picks.length - 1 && (
                <Press does="down" insight={id} version={version}>
                  <Button variant="quiet" size="small">
                    Move down<span className="sr-only">: {about}</span>
                  </Button>
                </Press>
              )}
              <Press does="unpick" insight={id} version={version}>
                <Button variant="quiet" size="small">
                  Take out<span className="sr-only">: {about}</span>
                </Button>
              </Press>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <Disclosure
          summary={`Pick from ${others.length} ${picks.length > 0 ? "more " : ""}insights of the week`}
        >
          {isFull && <p className="text-soft">Take one out first: {issueLimits.picks} are picked.</p>}
          <ul className="mt-2 divide-y divide-line">
            {others.map(({ id, about, text }) => (
              <li key={id} className="row py-3">
                <div className="max-w-measure min-w-0 flex-1 basis-64">
                  <p className="text-sm font-semibold">{about}</p>
                  <p>{text}</p>
                </div>
                {!isFull && (
                  <Press does="pick" insight={id} version={version}>
                    <Button variant="secondary" size="small">
                      Pick
                      <span className="sr-only">
                        {" "}
                        {about}: {text}
                      </span>
                    </Button>
                  </Press>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </>
  );
}

type PressProps = { does: string; insight: string; version: number; className?: string; children: ReactNode };

function Press({ does, insight, version, className, children }: PressProps): JSX.Element {
  return (
    <form method="post" className={className}>
      <input type="hidden" name="intent" value={does} />
      <input type="hidden" name="insight" value={insight} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
}
