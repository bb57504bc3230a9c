import FileText from "lucide-react/icons/file-text";
import type { JSX } from "react";
import { Icon } from "../ui/icon.tsx";
import { type FileFacts, isPicture, sizeInWords } from "./file.ts";

/** The files of an insight on its card: small pictures, all of one size so that nothing jumps, and documents by name. */
export function FileStrip({ files }: { files: readonly FileFacts[] }): JSX.Element {
  return (
    <ul aria-label="Pictures and files" className="my-1 flex flex-wrap items-end gap-2">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          {isPicture(file) ? <Small file={file} /> : <DocumentLink file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Small({ file: { id, type, alternativeText } }: { file: FileFacts }): JSX.Element {
  const picture = (
    <img
      src={`/files/${id}/small`}
      alt={alternativeText}
      width={128}
      height={96}
      loading="lazy"
      decoding="async"
      className="h-24 w-32 rounded-md border border-line bg-sunken object-cover"
    />
  );
  // Decoration has no words a link could be called by.
  if (!alternativeText) return picture;
  return (
    <a href={`/files/${id}`} type={type} className="block rounded-md">
      {picture}
    </a>
  );
}

/** A document is saved, never opened in a page. */
export function DocumentLink({ file: { id, type, name, bytes } }: { file: FileFacts }): JSX.Element {
  return (
    <a
      href={`/files/${id}`}
      type={type}
      download={name}
      className="inline-flex min-h-8 max-w-full items-center gap-1.5 text-sm text-accent hover:underline pointer-coarse:min-h-11"
    >
      <Icon of={FileText} className="size-4" />
      <span className="min-w-0 break-words">
        {name} <span className="text-soft">(PDF, {sizeInWords(bytes)})</span>
      </span>
    </a>
  );
}
