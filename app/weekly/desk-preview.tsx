import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { MailPreview } from "./preview-mail.server.ts";

/** The mail as somebody would get it, in plain text. */
export function DeskPreview({ as, preview }: { as: string; preview: MailPreview }): JSX.Element {
  const unknown = "unknown" in preview;
  return (
    <div className="grid gap-4">
      <form method="get" className="flex items-end gap-2">
        <TextField
          name="as"
          label="As this colleague would get it"
          hint="Their @name; empty for somebody who looks after nothing."
          defaultValue={as}
          error={unknown ? "There is no colleague of that name" : undefined}
          className="flex-1"
        />
        <Button variant="secondary" className="min-h-11">
          Show
        </Button>
      </form>
      {!unknown && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
          aria-label="The mail in plain text"
          className="max-h-120 overflow-y-auto rounded-md bg-sunken p-4"
        >
          <pre className="text-sm whitespace-pre-wrap">{preview.text}</pre>
        </section>
      )}
    </div>
  );
}
