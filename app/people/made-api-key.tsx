import type { JSX } from "react";
import { CopyField } from "../ui/copy-field.tsx";
import { Notice } from "../ui/notice.tsx";

export type MadeKey = { key: string; name: string; person: string; origin: string };

/** A new key, this once, with what a program needs to use it. */
export function MadeApiKey({ made }: { made: MadeKey }): JSX.Element {
  const { key, name, person, origin } = made;
  return (
    <div className="mb-8 grid gap-4">
      <Notice tone="done" title="Copy this key now: it is shown this once">
        “{name}” acts as {person}. Whoever has it can do the same, so keep it as you would a password.
      </Notice>
      <CopyField label="The key" text={key} />
      <CopyField
        label="A program sends it with every call, as this header"
        text={`Authorization: Bearer ${key}`}
      />
      <p className="max-w-measure text-sm text-soft">
        What there is to call, and how, is described for people and programs at{" "}
        <a href="/api/v1/openapi.json" className="link">
          {origin}/api/v1/openapi.json
        </a>
        .
      </p>
    </div>
  );
}
