import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";

/** What the server says when nobody was signed in. */
export type SignInAnswer = {
  email?: string;
  problem?: string;
  unavailable?: true;
  signedOut?: true;
  tooLarge?: true;
};

type SignInFormProps = { to: string; answer?: SignInAnswer };

export function SignInForm({ to, answer = {} }: SignInFormProps): JSX.Element {
  const { email, problem } = answer;
  const pending = useNavigation().state !== "idle";
  return (
    <Form method="post" className="grid gap-4">
      <ErrorSummary errors={problem ? [{ id: "email", message: problem }] : []} />
      <NotSignedIn answer={answer} />
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

function NotSignedIn({ answer }: { answer: SignInAnswer }): JSX.Element | null {
  if (answer.unavailable) {
    return (
      <Notice tone="error" title="Nobody can sign in just now">
        The library's data cannot be reached. Wait a moment and try again.
      </Notice>
    );
  }
  if (answer.signedOut) {
    return (
      <Notice tone="error" title="You have been signed out">
        Sign in below to go on.
      </Notice>
    );
  }
  if (answer.tooLarge) {
    return (
      <Notice tone="error" title="You are not signed in yet: that was too much at once">
        Check that only your e-mail address and your password are in the fields, then try again.
      </Notice>
    );
  }
  return null;
}
