import Check from "lucide-react/icons/check";
import Ear from "lucide-react/icons/ear";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { OnDay, useToday } from "../ui/time-ago.tsx";
import type { SimilarInsight } from "./similar-insight.ts";
import { voiceWords } from "./strength.tsx";

type SimilarListProps = {
  found: readonly SimilarInsight[];
  /** The one being corroborated. */
  pending?: string;
  onHear: (similar: SimilarInsight) => void;
};

/** What colleagues noted already, each to be heard too with one press. */
export function SimilarList({ found, pending, onHear }: SimilarListProps): JSX.Element {
  const today = useToday();
  return (
    <ul className="grid gap-2">
      {found.map((similar) => {
        const { id, text, about, by, heardOn, kind, voices, given } = similar;
        const { press, pressed } = voiceWords(kind);
        return (
          <li key={id} className="grid gap-1 rounded-md border border-line bg-sunken px-3 py-2">
            <a
              href={`/insights/${id}`}
              target="_blank"
              rel="noopener"
              className="line-clamp-3 underline-offset-4 hover:underline"
            >
              {text}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="mr-auto text-sm text-soft">
                {about} · <OnDay day={heardOn} today={today} /> · {by}
                {voices > 1 && ` · ${voices} people`}
              </p>
              {given ? (
                <span className="inline-flex min-h-8 items-center gap-2 text-sm font-medium text-accent">
                  <Icon of={Check} className="size-4" />
                  {pressed}
                </span>
              ) : (
                <Button
                  type="button"
                  variant="secondary"
                  size="small"
                  icon={Ear}
                  pending={pending === id}
                  onClick={() => onHear(similar)}
                >
                  {press}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
