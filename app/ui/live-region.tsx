import type { JSX, ReactNode } from "react";

type LiveRegionProps = { children?: ReactNode; urgent?: boolean };

/** Announces its text whenever it changes. Keep it on the page while empty: a region that arrives with its text is not read. */
export function LiveRegion({ children, urgent = false }: LiveRegionProps): JSX.Element {
  return (
    <div
      role={urgent ? "alert" : "status"}
      aria-live={urgent ? "assertive" : "polite"}
      aria-atomic
      className="sr-only"
    >
      {children}
    </div>
  );
}
