import type { JSX, ReactNode } from "react";
import { Icon, type IconType } from "./icon.tsx";

type BadgeProps = { tone?: keyof typeof tones; icon?: IconType; children: ReactNode };

/** A word or two about a thing. Never the only sign by its colour: the word says it. */
export function Badge({ tone = "plain", icon, children }: BadgeProps): JSX.Element {
  return (
    <span className={`badge ${tones[tone]}`}>
      {icon && <Icon of={icon} className="size-3.5" />}
      {children}
    </span>
  );
}

const tones = {
  plain: "bg-sunken text-soft",
  accent: "bg-accent-soft text-accent",
  signal: "bg-signal-soft text-signal",
  danger: "bg-danger-soft text-danger",
};
