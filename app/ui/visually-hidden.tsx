import type { JSX, ReactNode } from "react";

/** Read aloud, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }): JSX.Element {
  return <span className="sr-only">{children}</span>;
}
