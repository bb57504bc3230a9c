import type { LucideProps } from "lucide-react";
import type { ComponentType, JSX } from "react";

/** An icon from `lucide-react/icons/<name>`: import each by its path, never from the package's root. */
export type IconType = ComponentType<LucideProps>;

type IconProps = {
  of: IconType;
  /** Only for an icon that stands without a word beside it. */
  label?: string;
  className?: string;
};

export function Icon({ of: Drawing, label, className = "size-5" }: IconProps): JSX.Element {
  const naming = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return <Drawing strokeWidth={1.75} focusable="false" className={`shrink-0 ${className}`} {...naming} />;
}
