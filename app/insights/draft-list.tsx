import { Form } from "@remix-run/react";
import PenLine from "lucide-react/icons/pen-line";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { type Draft, draftAddress } from "./draft.ts";

/** What one has begun to write, each to go on with or to throw away. */
export function DraftList({ drafts }: { drafts: readonly Draft[] }): JSX.Element {
  if (drafts.length === 0) {
    return (
      <EmptyState icon={PenLine} title="Nothing is waiting">
        What you write in a form is kept here as you write it, until you post it.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4">
      {drafts.map((draft) => (
        <li key={draft.key} className="grid gap-2 rounded-lg border border-line bg-surface p-4">
          <p className="line-clamp-4 whitespace-pre-line break-words">
            {draft.fields.body?.[0]?.trim() || <span className="text-soft">No words yet</span>}
          </p>
          <p className="text-sm text-soft">
            {draft.insightId ? "A correction, kept " : "Kept "}
            <TimeAgo at={draft.savedAt} />
            {draft.device && `, ${draft.device}`}
          </p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={draftAddress(draft)} variant="secondary" size="small">
              Go on writing
            </ButtonLink>
            <Form method="post">
              <input type="hidden" name="intent" value="drop" />
              <input type="hidden" name="key" value={draft.key} />
              <Button variant="quiet" size="small">
                Throw it away
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
