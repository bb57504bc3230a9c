import type { JSX } from "react";
import { SelectField } from "../ui/text-field.tsx";
import {
  type Encoding,
  encodingNames,
  encodings,
  type Separator,
  separatorNames,
  separators,
} from "./import-mapping.ts";

/** How a file's letters and columns are read, for one that looks wrong. */
export function ReadingFields({
  encoding,
  separator,
}: {
  encoding: Encoding;
  separator: Separator;
}): JSX.Element {
  return (
    <>
      <SelectField name="encoding" label="Letters" defaultValue={encoding}>
        {encodings.map((one) => (
          <option key={one} value={one}>
            {encodingNames[one]}
          </option>
        ))}
      </SelectField>
      <SelectField name="separator" label="Between columns" defaultValue={separator}>
        {separators.map((one) => (
          <option key={one} value={one}>
            {separatorNames[one]}
          </option>
        ))}
      </SelectField>
    </>
  );
}
