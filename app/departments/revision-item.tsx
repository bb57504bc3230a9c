import type { JSX } from "react";
import { isDay } from "../settings/calendar.ts";
import { exactDate } from "../ui/dates.ts";
import type { FormField } from "../ui/fields-form.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { approachFields } from "./approach-fields.ts";
import { contactFields } from "./contact-fields.ts";
import type { EntryKind } from "./entry.ts";
import type { RevisionEntry } from "./list-history.server.ts";
import { needStateNames } from "./need.ts";
import { profileFormFields } from "./profile-fields.ts";
import { questionFields } from "./question-to-ask.ts";
import { sentenceFields } from "./sentence.ts";
import { sourceFields } from "./source-fields.ts";

const kinds: Record<EntryKind, { name: string; title: string; fields: readonly FormField[] }> = {
  profile: { name: "Profile", title: "", fields: profileFormFields },
  contact: { name: "Contact", title: "name", fields: contactFields },
  source: { name: "What they read", title: "name", fields: sourceFields([]) },
  approach: { name: "Approach", title: "what", fields: approachFields },
  question: { name: "To ask next time", title: "question", fields: questionFields },
  sentence: { name: "Summary", title: "", fields: sentenceFields },
  need: {
    name: "Need",
    title: "service",
    fields: [
      { name: "state", label: "How they stand", options: Object.entries(needStateNames) },
      { name: "note", label: "A word about it" },
    ],
  },
};

/** One version of an entry: what it is of, by whom, and what it changed. */
export function RevisionItem({ revision }: { revision: RevisionEntry }): JSX.Element {
  const { kind, fields, before, removed, by, at } = revision;
  const { name, title, fields: known } = kinds[kind];
  const isTurned = before !== null && before.removed !== removed;
  const doing = removed ? "taken away" : isTurned ? "brought back" : before ? "changed" : "noted";
  const changed = isTurned
    ? []
    : known.filter((field) => (before?.fields[field.name] ?? "") !== (fields[field.name] ?? ""));
  const words = (field: FormField, value = "") =>
    field.as === "day" && isDay(value)
      ? exactDate(value)
      : (field.options?.find(([each]) => each === value)?.[1] ?? value);
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-medium">
          {name}
          {title && fields[title] && `: ${fields[title]}`}
        </span>{" "}
        <span className="text-soft">
          {doing} by {by}, <TimeAgo at={at} />
        </span>
      </p>
      {changed.length > 0 && (
        <dl className="grid gap-1 text-sm">
          {changed.map((field) => {
            const [was, is] = [
              words(field, before?.fields[field.name] || ""),
              words(field, fields[field.name]),
            ];
            return (
              <div key={field.name} className="flex flex-wrap gap-x-2">
                <dt className="text-soft">{field.label}</dt>
                <dd className="min-w-0 whitespace-pre-line wrap-anywhere">
                  {before?.fields[field.name] && (
                    <>
                      <del className="text-soft">{was}</del> <span aria-hidden="true">→</span>
                      <span className="sr-only"> became </span>{" "}
                    </>
                  )}
                  <ins className="no-underline">{is || "nothing"}</ins>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </div>
  );
}
