import { useActionData } from "@remix-run/react";
import type { JSX } from "react";
import { Disclosure } from "../ui/disclosure.tsx";
import type { FieldValues, FormChoices } from "./insight-fields.tsx";
import { InsightForm } from "./insight-form.tsx";
import { PostingAs } from "./posting-as.tsx";

type CaptureBoxProps = {
  choices: FormChoices;
  values: FieldValues;
  idempotencyKey: string;
  postingAs: string;
};

/** The posting form on the first page, closed to one line until it is wanted. */
export function CaptureBox({ choices, values, idempotencyKey, postingAs }: CaptureBoxProps): JSX.Element {
  const answered = useActionData() !== undefined;
  return (
    <div className="mb-8 rounded-lg border border-line bg-surface px-4 py-3 print:hidden">
      <Disclosure summary="What did you hear?" open={answered}>
        <InsightForm
          choices={choices}
          values={values}
          hidden={{ key: idempotencyKey }}
          submitLabel="Post insight"
          footer={<PostingAs name={postingAs} />}
        />
      </Disclosure>
    </div>
  );
}
