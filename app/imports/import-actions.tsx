import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import type { ImportState } from "./import.ts";

type Doing = { intent: string; label: string; variant?: "primary" | "secondary" | "danger" };

const toMapping: Doing = { intent: "remap", label: "Change the columns", variant: "secondary" };
const undo: Doing = { intent: "undo", label: "Undo this import", variant: "danger" };

/** What can be done with an import in each state by whoever brought it in, first things first. */
function doings(state: ImportState, posted: number): Doing[] {
  switch (state) {
    case "mapping":
    case "undoing":
    case "undone":
      return [];
    case "checking":
      return [toMapping];
    case "checked":
      return posted > 0
        ? [{ intent: "import", label: `Bring in ${posted.toLocaleString("en-GB")} insights` }, toMapping]
        : [toMapping];
    case "importing":
      return [{ intent: "stop", label: "Stop here", variant: "secondary" }];
    case "stopped":
      return [{ intent: "go-on", label: "Go on" }, undo];
    case "finished":
      return posted > 0 ? [undo] : [];
    case "failed":
      return posted > 0 ? [toMapping, undo] : [toMapping];
  }
}

type ImportActionsProps = {
  state: ImportState;
  posted: number;
  isOwn: boolean;
  hasFile: boolean;
  busy: boolean;
};

export function ImportActions({ state, posted, isOwn, hasFile, busy }: ImportActionsProps): JSX.Element {
  const offered = doings(state, posted).filter(
    ({ intent }) => intent === "undo" || (isOwn && (hasFile || intent === "stop")),
  );
  return (
    <div className="flex flex-wrap gap-3">
      {offered.map(({ intent, label, variant = "primary" }) => (
        <Form key={intent} method="post">
          <Button name="intent" value={intent} variant={variant} pending={busy}>
            {label}
          </Button>
        </Form>
      ))}
    </div>
  );
}
