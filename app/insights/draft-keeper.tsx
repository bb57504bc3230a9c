import { type JSX, useEffect, useRef, useState } from "react";
import { forgetOnDevice } from "./device-drafts.ts";
import { DraftNotice } from "./draft-notice.tsx";
import { findKept } from "./find-kept.ts";
import { useFormAnswer } from "./form-answer.ts";
import type { FormInHand, Keeping, Restored } from "./form-in-hand.ts";
import { holdForm } from "./held-forms.ts";
import { newFormKey } from "./new-form-key.ts";
import { inHandOf } from "./restored-form.ts";
import { saveAsWritten } from "./save-as-written.ts";
import { sendDropped } from "./send-draft.ts";

/** Keeps what is written in the form it stands in, and puts back what was kept; says so, and how to begin anew. */
export function DraftKeeper({ keeping }: { keeping: Keeping }): JSX.Element {
  const { writer, key, insightId, blank, inHand, mayRestore, onForm } = keeping;
  const place = useRef<HTMLDivElement>(null);
  const [other, setOther] = useState<Restored>();
  const answer = useFormAnswer();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form, which React tells apart
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const release = holdForm(key);
    const isNew = inHand?.restored ? inHand.isUnsaved === true : !insightId && bodyOf(form) !== "";
    const version = inHand?.restored?.version ?? 0;
    const stop = saveAsWritten({ form, writer, key, insightId, version, isNew });
    let gone = false;
    if (mayRestore && !inHand) {
      findKept({ writer, key, insightId }).then((found) => {
        if (!found || gone) return;
        if (isUntouched(form, blank.body)) onForm(inHandOf(found));
        // What was typed here before the answer came is this form's own, nothing else that was begun.
        else if (!found.here || found.key !== key) setOther(found);
      });
    }
    return () => {
      gone = true;
      stop();
      release();
    };
  }, [key]);

  useEffect(() => {
    if (answer?.queued === key) onForm({ key: newFormKey(), values: blank, queued: true });
  });

  function startAfresh(restored: Restored): void {
    forgetOnDevice(writer, restored.key);
    void sendDropped(writer, restored.key);
    const next: FormInHand = { key: insightId ? key : newFormKey(), values: blank, aside: restored };
    onForm(next);
  }
  function bringBack(aside: Restored): void {
    onForm({ ...inHandOf(aside), isUnsaved: true });
  }
  return (
    <div ref={place} className="empty:hidden">
      <DraftNotice
        inHand={inHand}
        other={other}
        insightId={insightId}
        onAfresh={startAfresh}
        onBack={bringBack}
      />
    </div>
  );
}

function bodyOf(form: HTMLFormElement): string {
  return String(new FormData(form).get("body") ?? "").trim();
}

function isUntouched(form: HTMLFormElement, blank = ""): boolean {
  return bodyOf(form) === blank.trim();
}
