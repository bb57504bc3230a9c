import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { PersonRecord } from "./find-person-record.server.ts";
import { LinkWay } from "./invite-form.tsx";

type LinkFormProps = { person: PersonRecord; mail: boolean; problem?: string };

/** An invitation anew, or a link to set a new password: whoever holds it becomes that person, so a password is asked for. */
export function LinkForm({ person, mail, problem }: LinkFormProps): JSX.Element {
  const invited = person.state === "invited";
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="intent" value="link" />
      <p className="max-w-measure text-soft">
        {invited
          ? "They have not chosen a password yet. A new link takes the place of the one before."
          : "For somebody who cannot sign in. Their password stays until the link is used."}
        {person.link && (
          <>
            {" "}
            The present link grows too old <TimeAgo at={person.link.expiresAt} />.
          </>
        )}
      </p>
      <LinkWay mail={mail} />
      <TextField
        id="link-password"
        name="password"
        type="password"
        label="Your own password"
        autoComplete="current-password"
        error={problem}
        maxLength={500}
        required
        className="max-w-md"
      />
      <Button variant="secondary" className="justify-self-start">
        {invited ? "Invite again" : "Make a link for a new password"}
      </Button>
    </Form>
  );
}
