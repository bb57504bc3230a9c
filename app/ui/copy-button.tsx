import Copy from "lucide-react/icons/copy";
import type { JSX } from "react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { LiveRegion } from "./live-region.tsx";

type CopyButtonProps = {
  /** What is copied. */
  text: string;
  children: string;
};

/** Copies a text that stands beside it; only where script runs, for there the text can be copied by hand. */
export function CopyButton({ text, children }: CopyButtonProps): JSX.Element {
  const [said, setSaid] = useState("");
  async function copy() {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done ? "Copied" : "It could not be copied: mark the text and copy it by hand");
  }
  return (
    <span className="hidden items-center gap-2 scripted:inline-flex">
      <Button type="button" variant="secondary" size="small" icon={Copy} onClick={copy}>
        {children}
      </Button>
      <span aria-hidden="true" className="text-sm text-soft">
        {said}
      </span>
      <LiveRegion>{said}</LiveRegion>
    </span>
  );
}
