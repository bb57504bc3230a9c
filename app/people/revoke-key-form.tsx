import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Nothing brings a key back, so whoever ends one types its name. */
export function RevokeKeyForm({
  id,
  name,
  problem,
}: {
  id: string;
  name: string;
  problem?: string;
}): JSX.Element {
  return (
    <Disclosure
      open={problem !== undefined}
      summary={
        <>
          Revoke<span className="sr-only">: {name}</span>
        </>
      }
    >
      <form method="post" className="grid max-w-measure gap-3">
        <input type="hidden" name="intent" value="revoke-key" />
        <input type="hidden" name="id" value={id} />
        <p>
          Programs that bring it are refused at once, and it can never be opened again. What they posted
          stays.
        </p>
        <TextField
          id={`revoke-${id}`}
          name="typed"
          label={
            <>
              To be sure, type its name: <span className="font-normal">{name}</span>
            </>
          }
          error={problem}
          autoComplete="off"
          maxLength={200}
          className="max-w-md"
        />
        <Button variant="danger" className="justify-self-start">
          Revoke for good
        </Button>
      </form>
    </Disclosure>
  );
}
