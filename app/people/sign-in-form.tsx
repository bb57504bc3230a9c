import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";

type SignInFormProps = { to: string; email?: string; problem?: string; unavailable?: true };

export function SignInForm({ to, email, problem, unavailable }: SignInFormProps): JSX.Element {
  const pending = useNavigation().state !== "idle";
  return (
    <Form method="post" className="grid gap-4">
      <ErrorSummary errors={problem ? [{ id: "email", message: problem }] : []} />
      {unavailable && (
        <Notice tone="error" title="Nobody can sign in just now">
          The library's data cannot be reached. Wait a moment and try again.
        </Notice>
      )}
      <input type="hidden" name="to" value={to} />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        defaultValue={email}
        error={problem}
        maxLength={254}
        required
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        maxLength={500}
        required
      />
      <Button pending={pending} pendingLabel="Signing in…">
        Sign in
      </Button>
    </Form>
  );
}
