import type { JSX } from "react";
import { type DepartmentKind, departmentKindNames } from "../departments/department.ts";
import { FilesField } from "../files/files-field.tsx";
import type { FormFile, SentFile } from "../files/sent-files.ts";
import type { Colleague } from "../people/person.ts";
import { capitalised } from "../settings/our-words.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { tagName } from "../text/tags-in-text.ts";
import { LazyCombobox } from "../ui/combobox.lazy.tsx";
import type { ComboboxOption } from "../ui/combobox-option.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { BasisField } from "./basis-field.tsx";
import {
  type InsightKind,
  insightKindNames,
  insightKinds,
  visibilities,
  visibilityNames,
} from "./insight.ts";
import type { DraftProblems } from "./insight-draft.ts";
import type { Template } from "./template.ts";

/** What the pickers of the form offer. */
export type FormChoices = {
  departments: { slug: string; name: string; kind: DepartmentKind; aliases: string[] }[];
  channels: { slug: string; name: string; formality: "formal" | "informal" }[];
  tags: { name: string; synonyms: string[] }[];
  templates: Template[];
  /** Whom the text can mention. */
  colleagues: Colleague[];
  today: string;
  departmentWord: { one: string; many: string };
  /** What to do where there are no departments yet, and where, for whom may do it. */
  none?: { title: string; says: string; to?: string };
};

export type FieldValues = {
  body?: string;
  departments: string[];
  channel?: string;
  tags: string[];
  kind?: string;
  basis?: string;
  visibility?: string;
  heardOn?: string;
  files?: FormFile[];
  /** Of a draft, which remembers no more of them. */
  heldFiles?: SentFile[];
};

type InsightFieldsProps = {
  choices: FormChoices;
  values: FieldValues;
  problems: DraftProblems;
};

const foldedAway = ["tags", "kind", "visibility", "heardOn"] as const;

/** The fields of an insight but its text: two that must be filled, the rest folded away with their usual values. */
export function InsightFields({ choices, values, problems }: InsightFieldsProps): JSX.Element {
  const { departmentWord, none } = choices;
  const say = useOurWords();
  const openMore = foldedAway.some((field) => problems[field]);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {none ? (
          <div id="departments" tabIndex={-1} className="sm:col-span-2">
            <Notice tone="warn" title={none.title}>
              {none.to ? (
                <a href={none.to} className="link">
                  {none.says}
                </a>
              ) : (
                none.says
              )}
            </Notice>
          </div>
        ) : (
          <LazyCombobox
            name="departments"
            label={capitalised(departmentWord.one)}
            options={departmentOptions(choices)}
            multiple
            required
            defaultValue={values.departments}
            error={problems.departments && say(problems.departments)}
            placeholder="Name or nickname"
          />
        )}
        <LazyCombobox
          name="channel"
          label="How was it heard?"
          options={channelOptions(choices)}
          required
          defaultValue={values.channel ? [values.channel] : []}
          error={problems.channel}
        />
      </div>
      <BasisField value={values.basis} error={problems.basis} />
      <FilesField files={values.files} held={values.heldFiles} problem={problems.files} />
      <Disclosure summary="More: tags, kind, date, who may see it" open={openMore}>
        <div className="grid gap-4 sm:grid-cols-2">
          <LazyCombobox
            name="tags"
            label="Tags"
            optional
            options={choices.tags.map(({ name, synonyms }) => ({
              value: name,
              label: name,
              keywords: synonyms,
            }))}
            multiple
            allowNew={tagName}
            defaultValue={values.tags}
            error={problems.tags}
          />
          <TextField
            name="heardOn"
            type="date"
            label="Date heard"
            max={choices.today}
            defaultValue={values.heardOn ?? choices.today}
            error={problems.heardOn}
          />
          <SelectField
            name="kind"
            label="Kind"
            defaultValue={values.kind ?? "observation"}
            error={problems.kind}
          >
            {insightKinds.map((kind: InsightKind) => (
              <option key={kind} value={kind}>
                {insightKindNames[kind]}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="visibility"
            label="Who may see it"
            defaultValue={values.visibility ?? "staff"}
            error={problems.visibility}
          >
            {visibilities.map((visibility) => (
              <option key={visibility} value={visibility}>
                {visibilityNames[visibility]}
              </option>
            ))}
          </SelectField>
        </div>
      </Disclosure>
    </>
  );
}

function departmentOptions({ departments }: FormChoices): ComboboxOption[] {
  return departments.map(({ slug, name, kind, aliases }) => ({
    value: slug,
    label: name,
    keywords: aliases,
    detail: departmentKindNames[kind],
  }));
}

function channelOptions({ channels }: FormChoices): ComboboxOption[] {
  return channels.map(({ slug, name, formality }) => ({
    value: slug,
    label: name,
    group: formality === "formal" ? "Formal" : "Informal",
  }));
}
