import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ImportView } from "./import.ts";
import { countsInWords, stateInWords } from "./state-words.ts";

type EnquiryImportStateProps = { view: Omit<ImportView, "headings">; isOwn: boolean; busy: boolean };

/** What has come of a file of enquiries, and what can be done with it now. */
export function EnquiryImportState({ view, isOwn, busy }: EnquiryImportStateProps): JSX.Element | null {
  const { state, checked, posted } = view;
  const press = (intent: string, label: string, variant: "primary" | "secondary" | "danger" = "primary") => (
    <Form key={intent} method="post">
      <Button name="intent" value={intent} variant={variant} pending={busy}>
        {label}
      </Button>
    </Form>
  );
  if (state === "checked" && checked) {
    const rows = checked.posted === 1 ? "1 row" : `${checked.posted.toLocaleString("en-GB")} rows`;
    return (
      <div className="grid gap-4">
        <Notice title="Checked, nothing counted yet">
          Of {(view.rowsTotal ?? 0).toLocaleString("en-GB")} rows {countsInWords(checked, "would")}.
        </Notice>
        {isOwn && !view.fileDroppedAt && (
          <div className="flex flex-wrap gap-3">
            {checked.posted > 0 && press("import", `Bring in ${rows}`)}
            {press("remap", "Change the columns", "secondary")}
          </div>
        )}
      </div>
    );
  }
  if (state === "finished") {
    return (
      <div className="grid gap-4">
        <Notice tone="done" title="Done">
          {countsInWords(view, "was")}.
        </Notice>
        {posted > 0 && <div>{press("undo", "Undo this import", "danger")}</div>}
      </div>
    );
  }
  if (state === "undone")
    return (
      <Notice tone="done" title="Undone">
        It is {stateInWords(view)}.
      </Notice>
    );
  if (!view.fileDroppedAt) return null;
  return <Notice tone="warn">The file was kept for a week and is gone: bring it in again.</Notice>;
}
