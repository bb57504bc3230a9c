import { type JSX, useRef } from "react";
import { classes } from "../ui/classes.ts";
import { controlLook, Field, fieldWiring } from "../ui/field.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { fileLimits } from "./file.ts";
import { FileItem } from "./file-item.tsx";
import { type FormFile, filesShown, type SentFile } from "./sent-files.ts";
import { useFormFiles, useToldForm } from "./use-form-files.ts";
import { useUploads } from "./use-uploads.ts";

type FilesFieldProps = {
  files?: readonly FormFile[];
  /** Those of a draft. */
  held?: readonly SentFile[];
  problem?: string;
};

const id = "files";
const hint = `At most ${fileLimits.perInsight}, 10 MB each: pictures (JPEG, PNG, WebP) and PDFs. Where a picture was taken is not kept.`;

/**
 * Pictures and files of an insight. Without script the field's files come with the form, which then asks what they show;
 * with it they are sent as they are chosen, pasted or dragged onto the form.
 */
export function FilesField({ files = [], held = [], problem }: FilesFieldProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const uploads = useUploads(files, held);
  const { over, waiting } = useFormFiles({ place, busy: uploads.busy, add: uploads.add });
  useToldForm(place, uploads.items);
  const errors = [...uploads.problems, ...(problem ? [problem] : [])];
  return (
    <div ref={place} className="grid gap-2">
      <input type="hidden" name={filesShown} value="1" />
      <Field id={id} label="Pictures and files" optional hint={hint} error={errors}>
        <input
          type="file"
          name="upload"
          multiple
          accept=".jpg,.jpeg,.png,.webp,.pdf,image/jpeg,image/png,image/webp,application/pdf"
          {...fieldWiring({ id, hint, error: errors })}
          onChange={({ currentTarget }) => {
            uploads.add([...(currentTarget.files ?? [])]);
            // They go by themselves: the form must not bring them once more.
            currentTarget.value = "";
          }}
          className={classes(
            controlLook,
            "text-sm",
            over && "border-2 border-dashed border-accent bg-accent-soft",
          )}
        />
      </Field>
      {uploads.items.length > 0 && (
        <ul aria-label="Pictures and files of this insight" className="grid gap-2">
          {uploads.items.map((item) => (
            <FileItem
              key={item.key}
              item={item}
              onRemove={() => uploads.remove(item.key)}
              onUndo={() => uploads.undo(item.key)}
            />
          ))}
        </ul>
      )}
      {waiting && <p className="text-sm text-soft">It is posted as soon as the files have arrived…</p>}
      <LiveRegion>
        {[...uploads.problems, waiting ? "Posting as soon as the files have arrived." : uploads.said].join(
          " ",
        )}
      </LiveRegion>
    </div>
  );
}
