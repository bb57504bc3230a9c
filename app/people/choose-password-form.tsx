import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextField } from "../ui/text-field.tsx";
import { passwordLimits } from "./new-password.ts";

type ChoosePasswordFormProps = { email: string; joining: boolean; problem?: string };

export function ChoosePasswordForm({ email, joining, problem }: ChoosePasswordFormProps): JSX.Element {
  const pending = useNavigation().state !== "idle";
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary errors={problem ? [{ id: "next", message: problem }] : []} />
      <TextField
        name="email"
        type="email"
        label="E-mail address you sign in with"
        autoComplete="username"
        defaultValue={email}
        readOnly
      />
      <TextField
        name="next"
        type="password"
        label="Password"
        hint={`${passwordLimits.min} characters or more. A few unrelated words are good.`}
        autoComplete="new-password"
        error={problem}
        maxLength={500}
        required
      />
      <Button pending={pending} pendingLabel="One moment…">
        {joining ? "Set password and begin" : "Set password"}
      </Button>
    </Form>
  );
}
