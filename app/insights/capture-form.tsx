import { type JSX, useRef } from "react";
import { Button } from "../ui/button.tsx";
import type { FormInHand } from "./form-in-hand.ts";
import type { FieldValues } from "./insight-fields.tsx";
import { InsightFormFrame } from "./insight-form-frame.tsx";
import type { PostingForm } from "./use-posting-form.ts";

type CaptureFormProps = {
  form: PostingForm;
  /** Text that came back, or was written before somebody else signed in. */
  values?: FieldValues;
  idempotencyKey: string;
  inHand?: FormInHand;
  onForm(next: FormInHand): void;
};

/** The posting form on the first page: its text at once, the rest as soon as it has been fetched. */
export function CaptureForm(props: CaptureFormProps): JSX.Element {
  const { form, idempotencyKey, inHand, onForm } = props;
  const values = inHand?.values ?? props.values;
  const key = inHand?.key ?? idempotencyKey;
  const blank = { departments: [], tags: [], channel: form.whole?.lastChannel };
  const writer = form.whole?.writer ?? "";
  const parts = form.whole?.insightFormParts({
    choices: form.whole.choices,
    values: values ?? blank,
    hidden: { key, as: writer },
    keeping: { writer, key, blank, inHand, mayRestore: !values, onForm },
    submitLabel: "Post insight",
    postingAs: form.whole.postingAs,
    takesFocus: document.activeElement?.id === "coming",
  });
  return (
    <InsightFormFrame body={values?.body} above={parts?.above} completion={parts?.completion}>
      {parts?.rest ?? <Waiting form={form} />}
    </InsightFormFrame>
  );
}

function Waiting({ form: { failed, fetch } }: { form: PostingForm }): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  function tryAgain(): void {
    // The button goes: the line it stands in has the focus until the first field takes it.
    line.current?.focus();
    fetch();
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab waits here for the first field instead of going past it
    <div id="coming" ref={line} role="status" tabIndex={0} className="row text-sm text-soft">
      {failed ? (
        <>
          <p className="font-medium text-danger">The rest of the form did not come. Your text stays here.</p>
          <Button type="button" variant="secondary" size="small" onClick={tryAgain}>
            Try again
          </Button>
        </>
      ) : (
        "The rest of the form is coming…"
      )}
    </div>
  );
}
