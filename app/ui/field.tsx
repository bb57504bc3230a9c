import CircleAlert from "lucide-react/icons/circle-alert";
import type { JSX, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";

export type FieldText = {
  label: ReactNode;
  /** For a field whose place already says what it is; the label is still read aloud. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: string | readonly string[] | null;
  optional?: boolean;
};

type FieldProps = FieldText & { id: string; className?: string; children: ReactNode };

/** A label, its hint and its error, bound to the control with this id. The control itself takes `fieldWiring`. */
export function Field({
  id,
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  children,
}: FieldProps): JSX.Element {
  const errors = errorList(error);
  return (
    <div className={classes("grid grid-cols-1 content-start gap-1", className)}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={hideLabel ? "sr-only" : "justify-self-start font-medium"}
      >
        {label}
        {optional && <span className="font-normal text-soft"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-description`} className="max-w-measure text-sm text-soft">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`} className="grid gap-1 text-sm font-medium text-danger">
          {errors.map((text) => (
            <p key={text} className="flex gap-1.5">
              <Icon of={CircleAlert} className="size-4 lower" />
              <span>
                <span className="sr-only">Error: </span>
                {text}
              </span>
            </p>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** What a control needs so that its hint and error are read with it. */
export function fieldWiring(
  { id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">,
  alsoDescribedBy?: string,
): Wiring {
  const wrong = errorList(error).length > 0;
  const described = new Set([
    ...(hint ? [`${id}-description`] : []),
    ...(wrong ? [`${id}-error`] : []),
    ...(alsoDescribedBy?.split(" ").filter((other) => other !== `${id}-error`) ?? []),
  ]);
  return {
    id,
    "aria-describedby": described.size > 0 ? [...described].join(" ") : undefined,
    "aria-invalid": wrong || undefined,
  };
}

/** The box every text control is drawn in. */
export const controlLook =
  "w-full rounded-md border border-edge bg-surface px-3 py-2 min-h-11 text-base text-ink aria-invalid:border-2 aria-invalid:border-danger disabled:bg-sunken disabled:text-soft";

function errorList(error: FieldText["error"]): readonly string[] {
  if (!error) return [];
  return typeof error === "string" ? [error] : error;
}
