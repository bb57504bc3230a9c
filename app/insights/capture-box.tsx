import { useActionData } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import PenLine from "lucide-react/icons/pen-line";
import type { JSX, SyntheticEvent } from "react";
import { Icon } from "../ui/icon.tsx";
import type { FieldValues, FormChoices } from "./insight-fields.tsx";
import { InsightForm } from "./insight-form.tsx";
import { PostingAs } from "./posting-as.tsx";

type CaptureBoxProps = {
  choices: FormChoices;
  values: FieldValues;
  idempotencyKey: string;
  postingAs: string;
};

/** The posting form on the first page, closed to one line until it is wanted; then one can type at once. */
export function CaptureBox({ choices, values, idempotencyKey, postingAs }: CaptureBoxProps): JSX.Element {
  const answered = useActionData() !== undefined;
  return (
    <details
      open={answered}
      onToggle={answered ? undefined : beginWriting}
      className="group/box mb-10 max-w-column rounded-lg border border-line bg-surface print:hidden"
    >
      <summary className="flex min-h-13 list-none items-center gap-2.5 rounded-lg px-4 font-medium text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <Icon of={PenLine} />
        <span className="group-open/box:hidden">What did you hear?</span>
        <span className="hidden group-open/box:inline">Post an insight</span>
        <Icon of={ChevronDown} className="ml-auto size-5 transition-transform group-open/box:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">
        <InsightForm
          choices={choices}
          values={values}
          hidden={{ key: idempotencyKey }}
          submitLabel="Post insight"
          footer={<PostingAs name={postingAs} />}
        />
      </div>
    </details>
  );
}

function beginWriting({ currentTarget }: SyntheticEvent<HTMLDetailsElement>): void {
  if (currentTarget.open) currentTarget.querySelector("textarea")?.focus();
}
