import type { JSX, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { errorsOf, FieldsForm, type FormField } from "../ui/fields-form.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { SentFields } from "./entry.ts";
import { FieldsConflict } from "./fields-conflict.tsx";

type RefusedEntry = {
  id: string;
  problems: Record<string, string>;
  sent: SentFields;
  meeting?: { saved: SentFields; mine: SentFields; disputed: string[]; version: number };
};

/** What an action of a page of entries answers when it has not done what was asked. */
export type EntriesAnswer = { refused?: RefusedEntry } & Undone;

/** An entry as a list shows it: what it says, and its fields for whoever may change it. */
type ListedEntry = {
  id: string;
  version: number;
  /** What it is called when it is read aloud beside a button. */
  name: string;
  body: ReactNode;
  values: SentFields;
  mayChange: boolean;
  actions?: ReactNode;
};

type EntryListProps = {
  entries: readonly ListedEntry[];
  fields: readonly FormField[];
  answer?: EntriesAnswer;
};

/** Entries, each to be changed or taken away in its place by those who may. */
export function EntryList({ entries, fields, answer }: EntryListProps): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.id} id={entry.id} className="grid scroll-mt-20 gap-2 py-4 first:pt-0">
          {entry.body}
          {(entry.mayChange || entry.actions) && (
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2 has-[>:first-child_.button-quiet]:-ml-2.5 print:hidden">
              {entry.actions}
              {entry.mayChange && <Changing entry={entry} fields={fields} answer={answer} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

type ChangingProps = { entry: ListedEntry; fields: readonly FormField[]; answer?: EntriesAnswer };

function Changing({ entry, fields, answer }: ChangingProps): JSX.Element {
  const { id, name, values } = entry;
  const refused = answer?.refused?.id === id ? answer.refused : undefined;
  const version = String(refused?.meeting?.version ?? entry.version);
  return (
    <>
      <div className="min-w-0 has-[[open]]:basis-full">
        <Disclosure
          open={refused !== undefined}
          summary={
            <span className="text-sm">
              Change <VisuallyHidden>{name}</VisuallyHidden>
            </span>
          }
        >
          {refused?.meeting && (
            <div className="mb-4">
              <FieldsConflict fields={fields} {...refused.meeting} />
            </div>
          )}
          <FieldsForm
            id={id}
            hidden={{ intent: "change", id, version }}
            fields={fields}
            values={refused?.sent ?? values}
            problems={refused?.problems}
            submitLabel="Save changes"
          />
        </Disclosure>
      </div>
      <form method="post">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="id" value={id} />
        <Button variant="quiet" size="small" className="whitespace-nowrap">
          Take away <VisuallyHidden>{name}</VisuallyHidden>
        </Button>
      </form>
    </>
  );
}

type NewEntryProps = {
  freshId: string;
  summary: string;
  open?: boolean;
  fields: readonly FormField[];
  values: SentFields;
  entries: readonly { id: string }[];
  answer?: EntriesAnswer;
};

/** The form that adds an entry, folded away where there are others. */
export function NewEntry({
  freshId,
  summary,
  open,
  fields,
  values,
  entries,
  answer,
}: NewEntryProps): JSX.Element {
  const refused = refusedNew({ answer, entries });
  return (
    <div className="mt-4 print:hidden">
      <Disclosure summary={summary} open={open || refused !== undefined}>
        <FieldsForm
          id="new"
          hidden={{ intent: "add", id: refused?.id ?? freshId }}
          fields={fields}
          values={refused?.sent ?? values}
          problems={refused?.problems}
          submitLabel={summary}
        />
      </Disclosure>
    </div>
  );
}

type Told = { entries: readonly { id: string }[]; answer?: EntriesAnswer };

function refusedNew({ answer, entries }: Told): RefusedEntry | undefined {
  const refused = answer?.refused;
  return refused && !entries.some(({ id }) => id === refused.id) ? refused : undefined;
}

/** What went wrong, or that something was taken away with the way back; nothing when there is nothing to say. */
export function EntryNews({ entries, answer, removed }: Told & { removed?: string }): JSX.Element {
  const refused = answer?.refused;
  const at = refusedNew({ answer, entries }) ? "new" : (refused?.id ?? "");
  return (
    <>
      <NotDone answer={answer} />
      {refused && (
        <div className="mb-6 empty:hidden">
          <ErrorSummary errors={errorsOf(at, refused.problems)} reassurance="Nothing you typed is lost." />
        </div>
      )}
      {removed && !entries.some(({ id }) => id === removed) && (
        <div className="mb-6">
          <Notice
            tone="done"
            title="Taken away. It stays in the history."
            action={
              <form method="post">
                <input type="hidden" name="intent" value="restore" />
                <input type="hidden" name="id" value={removed} />
                <Button variant="secondary" size="small">
                  Bring it back
                </Button>
              </form>
            }
          />
        </div>
      )}
    </>
  );
}
