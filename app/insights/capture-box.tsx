import { useActionData } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import PenLine from "lucide-react/icons/pen-line";
import { type JSX, type MouseEvent, type SyntheticEvent, useEffect, useRef } from "react";
import { Icon } from "../ui/icon.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import type { FieldValues, FormChoices } from "./insight-fields.tsx";
import { InsightForm } from "./insight-form.tsx";
import { PostingAs } from "./posting-as.tsx";
import { useKeptDraft } from "./use-kept-draft.ts";

type CaptureBoxProps = {
  choices: FormChoices;
  values: FieldValues;
  /** Text came back into the box: it stands open. */
  open?: boolean;
  idempotencyKey: string;
  postingAs: string;
};

/** The posting form on the first page, closed to one line until it is wanted; then one can type at once. */
export function CaptureBox(props: CaptureBoxProps): JSX.Element {
  const { choices, values, open = false, idempotencyKey, postingAs } = props;
  const box = useRef<HTMLDetailsElement>(null);
  const answered = useActionData() !== undefined;
  const kept = useKeptDraft();
  const filled = open || kept !== undefined;
  useShortcuts({
    c: () => {
      if (!box.current) return;
      box.current.open = true;
      write(box.current);
    },
  });
  useEffect(() => {
    if (filled && box.current) write(box.current);
  }, [filled]);
  return (
    <details
      ref={box}
      open={answered || filled}
      onToggle={answered ? undefined : beginWriting}
      className="group/box mb-10 max-w-column rounded-lg border border-line bg-surface print:hidden"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is the browser's own button */}
      <summary
        aria-keyshortcuts="c"
        onClick={(event) => openAndWrite(event, box.current)}
        className="flex min-h-13 list-none items-center gap-2.5 rounded-lg px-4 font-medium text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden"
      >
        <Icon of={PenLine} />
        <span className="group-open/box:hidden">What did you hear?</span>
        <span className="hidden group-open/box:inline">Post an insight</span>
        <Icon of={ChevronDown} className="ml-auto size-5 transition-transform group-open/box:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">
        <InsightForm
          key={kept ? "kept" : "new"}
          choices={choices}
          values={kept ?? values}
          hidden={{ key: idempotencyKey }}
          submitLabel="Post insight"
          footer={<PostingAs name={postingAs} />}
        />
      </div>
    </details>
  );
}

/** Within the press itself: a phone shows its keyboard for no later focus, and no letter typed at once is lost. */
function openAndWrite(event: MouseEvent, box: HTMLDetailsElement | null): void {
  if (!box || box.open) return;
  event.preventDefault();
  box.open = true;
  write(box);
}

function beginWriting({ currentTarget }: SyntheticEvent<HTMLDetailsElement>): void {
  if (currentTarget.open && !currentTarget.contains(document.activeElement?.closest("form") ?? null))
    write(currentTarget);
}

function write(box: HTMLElement): void {
  const text = box.querySelector("textarea");
  text?.focus();
  text?.setSelectionRange(text.value.length, text.value.length);
}
