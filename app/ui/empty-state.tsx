import type { JSX, ReactNode } from "react";
import { Icon, type IconType } from "./icon.tsx";

type EmptyStateProps = {
  title: ReactNode;
  icon?: IconType;
  /** What would appear here. */
  children: ReactNode;
  /** The next step: a link or a button. */
  action?: ReactNode;
};

export function EmptyState({ title, icon, children, action }: EmptyStateProps): JSX.Element {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-edge px-5 py-6">
      {icon && <Icon of={icon} className="size-6 text-soft" />}
      <p className="text-lg font-medium">{title}</p>
      <div className="max-w-measure text-soft">{children}</div>
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
