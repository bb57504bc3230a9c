import ChevronRight from "lucide-react/icons/chevron-right";
import type { JSX, ReactNode } from "react";
import { Icon } from "./icon.tsx";

type DisclosureProps = { summary: ReactNode; open?: boolean; children: ReactNode };

/** The browser's own details and summary: what it folds away is still part of the form. */
export function Disclosure({ summary, open, children }: DisclosureProps): JSX.Element {
  return (
    <details open={open} className="group/fold">
      <summary className="inline-flex min-h-8 list-none items-center gap-1 rounded-sm font-medium text-accent hover:text-accent-strong pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="size-4 transition-transform group-open/fold:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
