import Check from "lucide-react/icons/check";
import Ear from "lucide-react/icons/ear";
import type { FormEventHandler, JSX, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import type { InsightKind } from "./insight.ts";
import { voiceWords } from "./strength.tsx";

export type HeardTooProps = { id: string; kind: InsightKind; given: boolean };

type HeardTooFormProps = HeardTooProps & {
  pending?: boolean;
  submit?: FormEventHandler<HTMLFormElement>;
  /** What is said aloud when it has been done. */
  told?: string;
  trouble?: ReactNode;
};

/** How `HeardToo` looks: drawn from its props alone. */
export function HeardTooForm({
  id,
  kind,
  given,
  pending,
  submit,
  told,
  trouble,
}: HeardTooFormProps): JSX.Element {
  const { press, pressed } = voiceWords(kind);
  return (
    <form method="post" action={`/insights/${id}`} onSubmit={submit} data-voice="" className="contents">
      <input type="hidden" name="intent" value={given ? "withdraw-corroboration" : "corroborate"} />
      <Button variant="quiet" size="small" icon={given ? Check : Ear} pending={pending}>
        {given ? (
          <>
            {pressed} <span className="font-normal">· undo</span>
          </>
        ) : (
          press
        )}
      </Button>
      <span role="status" className="sr-only">
        {told ?? ""}
      </span>
      {trouble}
    </form>
  );
}
