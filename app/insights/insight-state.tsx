import type { JSX } from "react";
import { Notice } from "../ui/notice.tsx";

type InsightStateProps = { withdrawn: boolean; hidden: { by: string | null; reason: string | null } | null };

/** Why an insight is not shown to everyone, for the few who still see it. */
export function InsightState({ withdrawn, hidden }: InsightStateProps): JSX.Element | null {
  if (withdrawn) {
    return (
      <div className="mb-6">
        <Notice tone="warn" title="You withdrew this insight">
          Nobody else sees it. You can bring it back.
        </Notice>
      </div>
    );
  }
  if (!hidden) return null;
  return (
    <div className="mb-6">
      <Notice tone="warn" title={`Hidden by ${hidden.by ?? "an editor"}`}>
        {hidden.reason}. Only its author and editors see it.
      </Notice>
    </div>
  );
}
