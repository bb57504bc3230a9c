import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextField } from "../ui/text-field.tsx";
import { passwordLimits } from "./new-password.ts";

export type PasswordProblems = { current?: string; next?: string };

export function PasswordForm({ problems }: { problems: PasswordProblems }): JSX.Element {
  const errors = Object.entries(problems).map(([id, message]) => ({ id, message }));
  return (
    <Form method="post" className="grid max-w-md gap-4">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="change-password" />
      <TextField
        name="current"
        type="password"
        label="Present password"
        autoComplete="current-password"
        error={problems.current}
        required
      />
      <TextField
        name="next"
        type="password"
        label="New password"
        hint={`${passwordLimits.min} characters or more. A few unrelated words are good.`}
        autoComplete="new-password"
        error={problems.next}
        required
      />
      <Button className="justify-self-start">Change password</Button>
    </Form>
  );
}
