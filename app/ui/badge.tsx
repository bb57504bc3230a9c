import type { JSX, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconType } from "./icon.tsx";

type BadgeProps = { tone?: keyof typeof tones; icon?: IconType; children: ReactNode };

/** A word or two about a thing. Never the only sign by its colour: the word says it. */
export function Badge({ tone = "plain", icon, children }: BadgeProps): JSX.Element {
  return (
    <span className={classes("inline-flex items-center gap-1 rounded-sm border px-1.5 text-sm", tones[tone])}>
      {icon && <Icon of={icon} className="size-3.5" />}
      {children}
    </span>
  );
}

const tones = {
  plain: "border-transparent bg-sunken text-soft",
  accent: "border-transparent bg-accent-soft text-accent",
  signal: "border-transparent bg-signal-soft text-signal",
  danger: "border-transparent bg-danger-soft text-danger",
};
