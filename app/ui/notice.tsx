import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { JSX, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";

type NoticeProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  /** Undo, or what to do about it. */
  action?: ReactNode;
};

/** A banner. An error interrupts a screen reader; the others wait for a pause. */
export function Notice({ tone = "info", title, children, action }: NoticeProps): JSX.Element {
  const { icon, word, look } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={classes("flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-4 py-3", look)}
    >
      <div className="flex min-w-0 flex-1 basis-56 gap-3">
        <Icon of={icon} label={word} className="size-5 lower" />
        <div className="min-w-0 text-ink">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

const tones = {
  info: { icon: Info, word: "Note", look: "border-transparent bg-accent-soft text-accent" },
  done: { icon: CircleCheck, word: "Done", look: "border-transparent bg-accent-soft text-accent" },
  warn: { icon: TriangleAlert, word: "Warning", look: "border-signal bg-signal-soft text-signal" },
  error: { icon: CircleAlert, word: "Problem", look: "border-danger bg-danger-soft text-danger" },
};
