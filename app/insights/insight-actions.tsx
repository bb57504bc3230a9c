import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import { insightLimits } from "./insight.ts";
import type { Doing } from "./policy.ts";

type InsightActionsProps = { id: string; may: Record<Doing, boolean>; problem?: string };

/** What the reader may do with this insight; nothing for those who may only read it. */
export function InsightActions({ id, may, problem }: InsightActionsProps): JSX.Element {
  return (
    <>
      {may.edit && (
        <ButtonLink to={`/insights/${id}/edit`} variant="secondary" size="small">
          Edit
        </ButtonLink>
      )}
      {may.withdraw && <Turn intent="withdraw" label="Withdraw" />}
      {may.restore && <Turn intent="restore" label="Bring it back" />}
      {may.unhide && <Turn intent="unhide" label="Show again" />}
      {may.hide && (
        <Disclosure summary={<span className="text-sm">Hide</span>} open={problem !== undefined}>
          <Form method="post" className="grid max-w-measure gap-3">
            <input type="hidden" name="intent" value="hide" />
            <TextField
              name="reason"
              label="Why is it hidden?"
              hint="Its author and other editors will read this."
              maxLength={insightLimits.reasonCharacters}
              error={problem}
              required
            />
            <Button variant="danger" size="small" className="justify-self-start">
              Hide this insight
            </Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Turn({ intent, label }: { intent: Doing; label: string }): JSX.Element {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button variant="secondary" size="small">
        {label}
      </Button>
    </Form>
  );
}
