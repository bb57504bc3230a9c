import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Section } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { isDue } from "./review-age.ts";
import type { Standing } from "./standing-of.ts";
import { StillTrueForm } from "./still-true-form.tsx";

type StillTrueProps = {
  id: string;
  reviewOn: string | null;
  standing: Standing;
  /** What was wrong with what was sent about it. */
  problem?: string;
};

/** What an insight replaces, and the question whether it is still true, for those who may answer that. */
export function StillTrueSection({ id, reviewOn, standing, problem }: StillTrueProps): JSX.Element | null {
  const due = isDue(reviewOn, useToday());
  const { mayConfirm, mayUnsupersede, replaces } = standing;
  if (!mayConfirm && !mayUnsupersede && replaces.length === 0) return null;
  return (
    <Section title={mayConfirm ? "Is it still true?" : "What replaces what"} id="still-true">
      <div className="grid gap-4">
        {replaces.length > 0 && (
          <p className="max-w-measure text-sm">
            This replaces{" "}
            {replaces.map((older, place) => (
              <span key={older.id}>
                {place > 0 && "; "}
                <a href={`/insights/${older.id}`} className="link">
                  {older.text}
                </a>
              </span>
            ))}
          </p>
        )}
        {mayConfirm && (
          <>
            <p className="max-w-measure text-sm text-soft">
              {due
                ? "It is time to look at this again. Whoever reads it will know what you say here, and when."
                : "No check is due yet. If you know more today, say so."}
            </p>
            <div className="flex flex-wrap items-start gap-2">
              <StillTrueForm id={id} due={due} />
              <ButtonLink to={`/insights/${id}/replace`} variant="secondary" size="small">
                Post what is true now
              </ButtonLink>
              <Disclosure
                summary={<span className="text-sm">A newer insight says it</span>}
                open={problem !== undefined}
              >
                <Form method="post" className="grid max-w-measure gap-3">
                  <input type="hidden" name="intent" value="supersede" />
                  <TextField
                    name="newer"
                    label="Address of the newer insight"
                    hint="Open it, and copy its address from the browser. This one is kept, struck through, and leads to it."
                    maxLength={500}
                    error={problem}
                    required
                  />
                  <Button variant="secondary" size="small" className="justify-self-start">
                    Replace this one by it
                  </Button>
                </Form>
              </Disclosure>
            </div>
          </>
        )}
        {mayUnsupersede && (
          <Form method="post" className="flex flex-wrap items-center gap-3">
            <input type="hidden" name="intent" value="unsupersede" />
            <p className="text-sm text-soft">A newer insight has taken its place.</p>
            <Button variant="secondary" size="small">
              No, it stands by itself
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
