import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import { enquiryLimits } from "./enquiry.ts";

/** Adds a place where enquiries come in. */
export function SourceForm({ problem }: { problem?: string }): JSX.Element {
  return (
    <div className="mt-4">
      <Disclosure summary="They came in somewhere else" open={problem !== undefined}>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="add-source" />
          <TextField
            name="name"
            id="source-name"
            label="Another desk, or another way"
            maxLength={enquiryLimits.sourceCharacters}
            error={problem}
            required
          />
          <Button variant="secondary" className="min-h-11">
            Add to the list
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
