import type { JSX } from "react";
import { type FileFacts, isPicture, sizeInWords, typeInWords } from "./file.ts";
import { DocumentLink } from "./file-strip.tsx";

/** The files of an insight on its own page: pictures large, with the words that describe them. */
export function FileFigures({ files }: { files: readonly FileFacts[] }): JSX.Element {
  return (
    <section aria-labelledby="pictures-and-files" className="mt-8 grid max-w-measure gap-3">
      <h2 id="pictures-and-files" className="font-semibold">
        Pictures and files
      </h2>
      <ul className="grid gap-4">
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            {isPicture(file) ? <Figure file={file} /> : <DocumentLink file={file} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figure({ file }: { file: FileFacts }): JSX.Element {
  const { id, type, name, bytes, alternativeText } = file;
  return (
    <figure className="grid justify-items-start gap-1">
      <img
        src={`/files/${id}`}
        alt={alternativeText}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        loading="lazy"
        decoding="async"
        className="h-auto max-h-[70vh] w-auto max-w-full rounded-md border border-line bg-sunken object-contain"
      />
      <figcaption className="text-sm text-soft">
        {alternativeText && <span className="block text-ink">{alternativeText}</span>}
        <a href={`/files/${id}`} type={type} className="link inline-block py-0.5 pointer-coarse:py-3">
          {name}
        </a>{" "}
        ({typeInWords(type)}, {sizeInWords(bytes)})
      </figcaption>
    </figure>
  );
}
