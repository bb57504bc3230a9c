import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import type { LibraryProblems, SentLibrary } from "../settings/library-draft.ts";
import { LibraryFields } from "../settings/library-form.tsx";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { TextField } from "../ui/text-field.tsx";
import type { AdministratorProblems, SentAdministrator } from "./first-run-draft.ts";
import { passwordLimits } from "./new-password.ts";

type FirstRunFormProps = {
  library: SentLibrary;
  administrator: SentAdministrator;
  demonstration: boolean;
  problems: LibraryProblems & AdministratorProblems;
  timeZones: readonly string[];
};

/** All that an empty library needs to be somebody's own. */
export function FirstRunForm({
  library,
  administrator,
  demonstration,
  problems,
  timeZones,
}: FirstRunFormProps): JSX.Element {
  const field = sentFields(administrator, problems);
  const pending = useNavigation().state !== "idle";
  const errors = Object.entries(problems).map(([id, message]) => ({ id, message }));
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={errors} reassurance="Nothing you typed is lost but the password." />
      <h2 className="text-lg font-semibold">The library</h2>
      <LibraryFields values={library} problems={problems} timeZones={timeZones} />
      <h2 className="mt-2 border-t border-line pt-6 text-lg font-semibold">You, its first administrator</h2>
      <TextField {...field("name")} label="Your name" autoComplete="name" maxLength={100} required />
      <TextField
        {...field("email")}
        type="email"
        label="E-mail address you sign in with"
        autoComplete="username"
        maxLength={254}
        required
      />
      <TextField {...field("team")} label="Your team" autoComplete="off" maxLength={80} required />
      <TextField
        name="password"
        type="password"
        label="Password"
        hint={`${passwordLimits.min} characters or more. A few unrelated words are good.`}
        autoComplete="new-password"
        error={problems.password}
        maxLength={500}
        required
      />
      <CheckField
        name="demonstration"
        value="yes"
        defaultChecked={demonstration}
        label="Fill in the demonstration library as well"
        hint="Fictional colleagues, departments and 600 insights to look round in. npm run demo:remove takes it away again and leaves what you added."
      />
      <Button pending={pending} pendingLabel="One moment…">
        Make it ours
      </Button>
    </Form>
  );
}
