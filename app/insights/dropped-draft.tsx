import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Draft } from "./draft.ts";

/** What was thrown away a moment ago, and the way to have it back. */
export function DroppedDraft({ draft }: { draft: Draft }): JSX.Element {
  const { key, insightId, fields, version } = draft;
  const back = [
    ["intent", "keep"],
    ["key", key],
    ["draft", String(version + 1)],
    ...(insightId ? [["insight", insightId]] : []),
    ...Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
  ];
  return (
    <div className="mb-6">
      <Notice
        tone="done"
        title="Thrown away."
        action={
          <Form method="post">
            {back.map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
            <Button variant="secondary" size="small">
              Bring it back
            </Button>
          </Form>
        }
      />
    </div>
  );
}
