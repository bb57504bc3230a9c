type SentField<Name> = { name: Name; defaultValue: string | undefined; error: string | undefined };

/** A form's fields by their names, each with what was sent of it and what is wrong with that: `{...field("email")}`. */
export function sentFields<Values extends Partial<Record<keyof Values, unknown>>>(
  values: Values,
  problems: { [Name in keyof Values]?: string },
): <Name extends TextNames<Values>>(name: Name) => SentField<Name> {
  return (name) => ({ name, defaultValue: values[name] as string | undefined, error: problems[name] });
}

/** Those whose value is text. */
type TextNames<Values> = {
  [Name in keyof Values]-?: Values[Name] extends string | undefined ? Name : never;
}[keyof Values] &
  string;
