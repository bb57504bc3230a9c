import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";

/** One press says that an insight is still true; it leads to the insight's own page. */
export function StillTrueForm({ id, due }: { id: string; due: boolean }): JSX.Element {
  return (
    <Form method="post" action={`/insights/${id}`}>
      <input type="hidden" name="intent" value="confirm-true" />
      <Button size="small" variant={due ? "primary" : "secondary"}>
        Still true
      </Button>
    </Form>
  );
}
