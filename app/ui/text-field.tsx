import ChevronDown from "lucide-react/icons/chevron-down";
import type { ComponentProps, JSX } from "react";
import { classes } from "./classes.ts";
import { controlLook, Field, type FieldText, fieldWiring } from "./field.tsx";
import { Icon } from "./icon.tsx";

/** `id` is the name unless told otherwise; two forms on one page must tell. */
type Named = FieldText & { name: string; id?: string };

export function TextField(props: ComponentProps<"input"> & Named): JSX.Element {
  const { text, id, className, control } = split(props);
  return (
    <Field id={id} className={className} {...text}>
      <input
        type="text"
        {...control}
        {...fieldWiring({ id, ...text }, control["aria-describedby"])}
        className={controlLook}
      />
    </Field>
  );
}

/** Grows with its text; `rows={1}` begins as one line. */
export function TextAreaField(props: ComponentProps<"textarea"> & Named): JSX.Element {
  const { text, id, className, control } = split(props);
  return (
    <Field id={id} className={className} {...text}>
      <textarea
        {...control}
        {...fieldWiring({ id, ...text }, control["aria-describedby"])}
        className={classes(
          controlLook,
          "field-sizing-content max-h-96 resize-y",
          control.rows !== 1 && "min-h-20",
        )}
      />
    </Field>
  );
}

export function SelectField(props: ComponentProps<"select"> & Named): JSX.Element {
  const { text, id, className, control } = split(props);
  return (
    <Field id={id} className={className} {...text}>
      <Select {...control} {...fieldWiring({ id, ...text }, control["aria-describedby"])} />
    </Field>
  );
}

/** The native control by itself, for whoever brings their own label. */
export function Select({ className, ...rest }: ComponentProps<"select">): JSX.Element {
  return (
    <span className={classes("relative block", className)}>
      <select {...rest} className={classes(controlLook, "appearance-none truncate pr-10")} />
      <Icon of={ChevronDown} className="pointer-events-none absolute top-3 right-3 size-5 text-soft" />
    </span>
  );
}

function split<P extends Named & { className?: string }>(props: P) {
  const { label, hideLabel, hint, error, optional, className, id = props.name, ...control } = props;
  return { text: { label, hideLabel, hint, error, optional }, id, className, control };
}
