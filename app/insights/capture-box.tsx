import { useActionData } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import PenLine from "lucide-react/icons/pen-line";
import { type JSX, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Icon } from "../ui/icon.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { CaptureForm } from "./capture-form.tsx";
import { hasBegunOne } from "./device-drafts.ts";
import { type FormInHand, formIdentity } from "./form-in-hand.ts";
import type { FieldValues } from "./insight-fields.tsx";
import { useKeptDraft } from "./use-kept-draft.ts";
import { usePostingForm } from "./use-posting-form.ts";

type CaptureBoxProps = {
  /** Text that came back by Undo: the box stands open with it. */
  undone?: { id: string; values: FieldValues };
  idempotencyKey: string;
  /** The id of whoever writes here. */
  writer: string;
  /** What colleagues are asked to listen for this week. */
  prompt?: string;
};

/**
 * The posting form on the first page, closed to one line until it is wanted; then one can type at once. Without script
 * the line leads to the form's own page. Nothing of the form is fetched before somebody points at the line.
 */
export function CaptureBox({ undone, idempotencyKey, writer, prompt }: CaptureBoxProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const scripted = useHydrated();
  const form = usePostingForm(writer);
  const [opened, setOpened] = useState<"never" | "open" | "closed">("never");
  const kept = useKeptDraft();
  const [inHand, setInHand] = useState<FormInHand>();
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => setHasBegun(hasBegunOne(writer)), [writer]);
  const answered = useActionData() !== undefined;
  const isFilled = undone !== undefined || kept !== undefined || answered;
  const isOpen = opened === "open";

  function open(): void {
    form.fetch();
    // Within the press itself: a phone shows its keyboard for no later focus, and no letter typed at once is lost.
    flushSync(() => setOpened("open"));
    write(box.current);
  }
  function press(event: MouseEvent | KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if ("key" in event && event.key !== " ") return;
    event.preventDefault();
    if (isOpen) setOpened("closed");
    else open();
  }
  useShortcuts({ c: open });
  const { fetch } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that came back
  useEffect(() => {
    if (!isFilled) return;
    fetch();
    setOpened("open");
  }, [isFilled]);
  useEffect(() => {
    if (isOpen && isFilled) write(box.current);
  }, [isOpen, isFilled]);

  return (
    <div ref={box} className="mb-10 max-w-column rounded-lg border border-line bg-surface print:hidden">
      <a
        href={undone ? `/insights/new?undone=${undone.id}` : "/insights/new"}
        aria-keyshortcuts="c"
        {...(scripted && { role: "button", "aria-expanded": isOpen, "aria-controls": "capture" })}
        onPointerEnter={fetch}
        onFocus={fetch}
        onClick={press}
        onKeyDown={press}
        className="flex min-h-13 items-center gap-2.5 rounded-lg px-4 font-medium text-accent hover:text-accent-strong"
      >
        <Icon of={PenLine} />
        {isOpen ? "Post an insight" : lineOf({ undone, hasBegun })}
        <Icon
          of={ChevronDown}
          className={`ml-auto size-5 transition-transform ${isOpen ? "rotate-180" : ""}`}
        />
      </a>
      {prompt && (
        <p className="max-w-measure px-4 pb-3">
          <span className="text-sm text-soft">This week’s question: </span>
          <q>{prompt}</q>
        </p>
      )}
      <div id="capture" hidden={!isOpen} className="px-4 pt-1 pb-4">
        {opened !== "never" && (
          <CaptureForm
            key={formIdentity(inHand) || (kept ? "kept" : "new")}
            form={form}
            values={kept ?? undone?.values}
            idempotencyKey={idempotencyKey}
            inHand={inHand}
            onForm={setInHand}
          />
        )}
      </div>
    </div>
  );
}

function lineOf({ undone, hasBegun }: { undone?: unknown; hasBegun: boolean }): string {
  if (undone) return "Your text came back: go on writing";
  return hasBegun ? "Go on with what you were writing" : "What did you hear?";
}

function write(box: HTMLElement | null): void {
  const text = box?.querySelector("textarea");
  text?.focus();
  text?.setSelectionRange(text.value.length, text.value.length);
}
