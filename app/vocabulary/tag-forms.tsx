import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/page.tsx";
import { SelectField, TextAreaField, TextField } from "../ui/text-field.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { ListedMerge } from "./list-merges.server.ts";

type TagFormsProps = {
  tag: { name: string; retired: boolean; synonyms: readonly string[] };
  others: readonly string[];
  merges: readonly ListedMerge[];
};

/** What can be done with a tag, and taken back. */
export function TagForms({ tag, others, merges }: TagFormsProps): JSX.Element {
  const { name, retired, synonyms } = tag;
  return (
    <>
      <Section title="Its name">
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <TextField
            name="name"
            label="Name"
            hint="The old name goes on leading here, also where it stands in a text."
            defaultValue={name}
            maxLength={41}
            required
            className="min-w-0 flex-1 basis-56"
          />
          <Button name="intent" value="rename" variant="secondary" className="min-h-11">
            Rename
          </Button>
        </Form>
      </Section>
      <Section title="What else it is found by">
        <Form method="post" className="grid gap-3">
          <TextAreaField
            name="synonyms"
            label="Synonyms"
            hint="With commas or lines between them. A search for one finds what has this tag."
            defaultValue={synonyms.join(", ")}
            maxLength={2000}
          />
          <Button name="intent" value="synonyms" variant="secondary" className="justify-self-start">
            Save synonyms
          </Button>
        </Form>
      </Section>
      <Section title="Make it part of another">
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <SelectField name="into" label="Merge into" defaultValue="" className="min-w-0 flex-1 basis-56">
            <option value="">Choose a tag</option>
            {others.map((other) => (
              <option key={other} value={other}>
                {other}
              </option>
            ))}
          </SelectField>
          <Button name="intent" value="merge" variant="secondary" className="min-h-11">
            Merge
          </Button>
        </Form>
        <p className="mt-2 max-w-measure text-sm text-soft">
          Everything tagged {name} then has the other tag, and {name} leads there. It can be undone from the
          other tag's page.
        </p>
      </Section>
      {merges.length > 0 && (
        <Section title="What became part of it">
          <ul className="grid gap-2">
            {merges.map(({ id, from, mergedAt, by }) => (
              <li key={id}>
                <Form method="post" className="flex flex-wrap items-center gap-x-3">
                  <input type="hidden" name="merge" value={id} />
                  <span className="min-w-0 wrap-anywhere">
                    {from}
                    <span className="text-sm text-soft">
                      {" "}
                      by {by}, <TimeAgo at={mergedAt} />
                    </span>
                  </span>
                  <Button name="intent" value="undo-merge" variant="quiet" size="small">
                    Undo
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Whether it is offered">
        <Form method="post" className="grid gap-3">
          <p className="max-w-measure text-soft">
            {retired
              ? "Nobody is offered it any more; what has it keeps it."
              : "Whoever posts is offered it. Retired, it stays on what has it."}
          </p>
          <Button
            name="intent"
            value={retired ? "offer" : "retire"}
            variant="secondary"
            className="justify-self-start"
          >
            {retired ? "Offer it again" : "Retire"}
          </Button>
        </Form>
      </Section>
    </>
  );
}
