import FileText from "lucide-react/icons/file-text";
import Trash2 from "lucide-react/icons/trash-2";
import Undo2 from "lucide-react/icons/undo-2";
import { type JSX, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { fileLimits, isPicture, sizeInWords, typeInWords } from "./file.ts";
import type { FormFile, SentFile } from "./sent-files.ts";
import type { Item } from "./use-uploads.ts";

type FileItemProps = { item: Item; onRemove: () => void; onUndo: () => void };

/** A file in the form: how far it has got, then what it shows in words, and the way to take it out again. */
export function FileItem({ item, onRemove, onUndo }: FileItemProps): JSX.Element {
  const { name, file, held, part, removed } = item;
  const place = useRef<HTMLLIElement>(null);
  const wasRemoved = useRef(false);
  const scripted = useHydrated();
  useEffect(() => {
    // The button pressed is gone: the focus goes to the one that has come in its place.
    if (removed) place.current?.querySelector("button")?.focus();
    else if (wasRemoved.current) place.current?.querySelector<HTMLElement>("fieldset button")?.focus();
    wasRemoved.current = Boolean(removed);
  }, [removed]);
  return (
    <li ref={place} className="grid gap-2 rounded-md border border-line bg-surface p-3">
      {removed && (
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
          <span className="min-w-0 break-words text-soft">“{name}” is removed.</span>
          <Button type="button" variant="quiet" size="small" icon={Undo2} onClick={onUndo}>
            Undo
          </Button>
        </div>
      )}
      {/* Disabled fields stay as they were typed and are not sent. */}
      <fieldset disabled={removed} hidden={removed} className="grid min-w-0 gap-2">
        <legend className="sr-only">{name}</legend>
        <div className="flex min-w-0 items-center gap-3">
          {file && isPicture(file) ? (
            <img
              src={`/files/${file.id}/small`}
              alt=""
              width={64}
              height={64}
              className="size-16 rounded-md border border-line bg-sunken object-cover"
            />
          ) : (
            <Icon of={FileText} className="size-8 text-soft" />
          )}
          <p className="min-w-0 flex-1 text-sm break-words">
            {name}
            <span className="block text-soft">
              {file && `${typeInWords(file.type)}, ${sizeInWords(file.bytes)}`}
              {part !== undefined && "On its way…"}
            </span>
            {part !== undefined && (
              <progress aria-label={`Uploading ${name}`} value={part} max={1} className="w-full" />
            )}
          </p>
          {scripted && (
            <Button
              type="button"
              variant="quiet"
              size="small"
              icon={Trash2}
              aria-label={`Remove ${name}`}
              onClick={onRemove}
            >
              Remove
            </Button>
          )}
        </div>
        {file && <FileFields file={file} />}
        {held && <HeldFields held={held} />}
      </fieldset>
    </li>
  );
}

/** Sent as they were kept, should nothing more be learnt of the file. */
function HeldFields({ held: { id, alternativeText, decorative } }: { held: SentFile }): JSX.Element {
  return (
    <>
      <input type="hidden" name="file" value={id} />
      <input type="hidden" name="fileText" value={alternativeText} />
      {decorative && <input type="hidden" name="fileDecorative" value={id} />}
    </>
  );
}

function FileFields({ file }: { file: FormFile }): JSX.Element {
  const [decorative, setDecorative] = useState(file.decorative);
  return (
    <>
      <input type="hidden" name="file" value={file.id} />
      {isPicture(file) ? (
        <>
          <TextField
            id={`file-text-${file.id}`}
            name="fileText"
            label="What does it show?"
            hint="For people who cannot see it."
            optional={decorative}
            defaultValue={file.alternativeText}
            maxLength={fileLimits.textCharacters}
          />
          <CheckField
            name="fileDecorative"
            value={file.id}
            label="It is decoration: it shows nothing the text does not say"
            defaultChecked={file.decorative}
            onChange={({ currentTarget }) => setDecorative(currentTarget.checked)}
          />
        </>
      ) : (
        <input type="hidden" name="fileText" value="" />
      )}
    </>
  );
}
