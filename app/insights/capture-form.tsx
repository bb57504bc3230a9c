import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import type { FieldValues } from "./insight-fields.tsx";
import { InsightFormFrame } from "./insight-form-frame.tsx";
import type { PostingForm } from "./use-posting-form.ts";

type CaptureFormProps = { form: PostingForm; values?: FieldValues; idempotencyKey: string };

/** The posting form on the first page: its text at once, the rest as soon as it has been fetched. */
export function CaptureForm({ form, values, idempotencyKey }: CaptureFormProps): JSX.Element {
  const parts = form.whole?.insightFormParts({
    choices: form.whole.choices,
    values: values ?? { departments: [], tags: [], channel: form.whole.lastChannel },
    hidden: { key: idempotencyKey },
    submitLabel: "Post insight",
    postingAs: form.whole.postingAs,
  });
  return (
    <InsightFormFrame body={values?.body} above={parts?.above} completion={parts?.completion}>
      {parts?.rest ?? <Waiting form={form} />}
    </InsightFormFrame>
  );
}

function Waiting({ form: { failed, fetch } }: { form: PostingForm }): JSX.Element {
  if (!failed) {
    return (
      <p role="status" className="text-sm text-soft">
        The rest of the form is coming…
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="font-medium text-danger">The rest of the form did not come. Your text stays here.</p>
      <Button type="button" variant="secondary" size="small" onClick={fetch}>
        Try again
      </Button>
    </div>
  );
}
