import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "./button.tsx";
import { TextField } from "./text-field.tsx";

/** Narrows a list by words that stand in it. */
export function ListSearch({ id, label, q }: { id: string; label: string; q: string }): JSX.Element {
  return (
    <Form method="get" role="search" aria-label="This list" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id={id}
        name="q"
        type="search"
        label={label}
        defaultValue={q}
        className="min-w-0 flex-1 basis-48"
      />
      <Button variant="secondary" className="min-h-11">
        Show
      </Button>
    </Form>
  );
}
