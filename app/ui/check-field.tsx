import type { ComponentProps, JSX, ReactNode } from "react";
import { classes } from "./classes.ts";

type CheckFieldProps = Omit<ComponentProps<"input">, "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: "checkbox" | "radio";
};

/** One tick box or radio button with its words beside it; the words are part of the target. */
export function CheckField({
  label,
  hint,
  type = "checkbox",
  className,
  ...rest
}: CheckFieldProps): JSX.Element {
  return (
    <label
      className={classes(
        "flex min-h-8 items-start gap-2.5 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5",
        className,
      )}
    >
      <input type={type} className="mt-0.5 size-5 shrink-0" {...rest} />
      <span>
        {label}
        {hint && <span className="block text-sm text-soft">{hint}</span>}
      </span>
    </label>
  );
}

/** Several boxes or buttons that answer one question. */
export function CheckGroup({ legend, children }: { legend: ReactNode; children: ReactNode }): JSX.Element {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{legend}</legend>
      {children}
    </fieldset>
  );
}
