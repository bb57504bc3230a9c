import type { JSX } from "react";
import type { FormField } from "../ui/fields-form.tsx";
import { Notice } from "../ui/notice.tsx";
import type { SentFields } from "./entry.ts";

type FieldsConflictProps = {
  fields: readonly FormField[];
  saved: SentFields;
  mine: SentFields;
  disputed: readonly string[];
};

/** Both versions side by side where they differ, when somebody saved another one meanwhile; nothing is overwritten. */
export function FieldsConflict({ fields, saved, mine, disputed }: FieldsConflictProps): JSX.Element {
  const named = (name: string) => fields.find((field) => field.name === name)?.label.toLowerCase() ?? name;
  const differing = fields.filter(({ name }) => (saved[name] ?? "") !== (mine[name] ?? ""));
  return (
    <div className="grid gap-4">
      <Notice tone="error" title="Somebody changed this while you were writing">
        {disputed.length === 0
          ? "Nothing is overwritten. Both sets of changes are brought together in the form: read it, then save."
          : `Nothing is overwritten. Both of you changed ${disputed.map(named).join(" and ")}: the form has yours there. Bring in what should stay, then save.`}
      </Notice>
      <div className="grid gap-4 md:grid-cols-2">
        <Version title="Saved meanwhile" fields={differing} values={saved} />
        <Version title="Yours" fields={differing} values={mine} />
      </div>
    </div>
  );
}

type VersionProps = { title: string; fields: readonly FormField[]; values: SentFields };

function Version({ title, fields, values }: VersionProps): JSX.Element {
  return (
    <section className="grid content-start gap-2 rounded-md border border-edge bg-surface px-4 py-3">
      <h3 className="font-semibold">{title}</h3>
      <dl className="grid gap-2">
        {fields.map(({ name, label, options }) => {
          const value = values[name] ?? "";
          return (
            <div key={name}>
              <dt className="text-sm text-soft">{label}</dt>
              <dd className="whitespace-pre-wrap wrap-anywhere">
                {options?.find(([each]) => each === value)?.[1] || value || "Nothing"}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
