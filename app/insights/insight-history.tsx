import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Section } from "../ui/page.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { ChangedText } from "./changed-text.tsx";
import type { HistoryEntry } from "./history.ts";
import type { FieldChange } from "./version.ts";

/** Every version, the latest first, each with what it changed in the one before it. */
export function InsightHistory({ entries }: { entries: readonly HistoryEntry[] }): JSX.Element {
  return (
    <>
      {entries.map(({ version, editedBy, editedAt, text, fields }) => (
        <Section key={version} title={`Version ${version}`}>
          <p className="mb-3 text-sm text-soft">
            {editedBy}, <TimeAgo at={editedAt} />
          </p>
          {text === "unchanged" ? (
            <p className="text-sm text-soft">The text stayed as it was.</p>
          ) : (
            <ChangedText parts={text} />
          )}
          {fields.length > 0 && <ChangedFields fields={fields} />}
        </Section>
      ))}
    </>
  );
}

function ChangedFields({ fields }: { fields: readonly FieldChange[] }): JSX.Element {
  const say = useOurWords();
  return (
    <dl className="mt-3 grid gap-1 text-sm">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-soft">{say(field)}</dt>
          <dd>
            <del className="text-soft">{before}</del> <span aria-hidden="true">→</span>
            <span className="sr-only"> became </span> <ins className="no-underline">{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
