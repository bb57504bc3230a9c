import type { JSX } from "react";
import { useId, useState } from "react";
import { Button } from "./button.tsx";
import { controlLook, Field } from "./field.tsx";
import { LiveRegion } from "./live-region.tsx";

/** A text to be taken elsewhere: to be marked and copied by hand, or with one press where there is script. */
export function CopyField({ label, text }: { label: string; text: string }): JSX.Element {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select(),
    );
  };
  return (
    <Field id={id} label={label}>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
          className={`${controlLook} min-w-0 flex-1 basis-64 font-mono text-sm`}
        />
        <Button type="button" variant="secondary" className="hidden scripted:inline-flex" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <LiveRegion>{copied ? "Copied" : ""}</LiveRegion>
    </Field>
  );
}
