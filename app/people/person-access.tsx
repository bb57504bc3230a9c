import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import type { PersonRecord } from "./find-person-record.server.ts";

type PersonAccessProps = { person: PersonRecord; self: boolean };

/** Whether somebody is let in, and the ways to change that. Each can be taken back, so nobody is asked whether they are sure. */
export function PersonAccess({ person, self }: PersonAccessProps): JSX.Element {
  const { state, openSessions } = person;
  if (state === "disabled") {
    return (
      <Form method="post" className="grid gap-3">
        <p className="max-w-measure text-soft">
          Disabled: they cannot sign in, and their keys and feeds are refused. What they wrote stays.
        </p>
        <Button name="intent" value="enable" variant="secondary" className="justify-self-start">
          Enable again
        </Button>
      </Form>
    );
  }
  return (
    <Form method="post" className="grid gap-3">
      <p className="max-w-measure text-soft">
        {openSessions === 0 && "Not signed in anywhere."}
        {openSessions === 1 && "Signed in at one place."}
        {openSessions > 1 && `Signed in at ${openSessions} places.`} Disabling ends that at once and refuses
        their keys and feeds; what they wrote stays, and they can be enabled again.
      </p>
      <div className="flex flex-wrap gap-2">
        {openSessions > 0 && !self && (
          <Button name="intent" value="sign-out" variant="secondary">
            Sign them out everywhere
          </Button>
        )}
        <Button name="intent" value="disable" variant="danger">
          {self ? "Disable my own account" : "Disable"}
        </Button>
      </div>
    </Form>
  );
}
