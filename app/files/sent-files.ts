import { cleanText } from "../text/clean-text.ts";
import { type FileFacts, fileLimits, isPicture } from "./file.ts";

/** What a form says of one of its files. */
export type SentFile = { id: string; alternativeText: string; decorative: boolean };

/** A file as the form shows it: what is known of it, and what was typed about it. */
export type FormFile = FileFacts & { decorative: boolean };

/** The hidden field by which a form tells that it shows its files: one without it leaves them as they are. */
export const filesShown = "filesShown";

/**
 * The files a form carries, in order: `file` is the id of each, `fileText` what was typed for it, `fileDecorative` the
 * ids of those that say nothing of their own. Undefined from a form that shows no files.
 */
export function sentFiles(form: FormData): SentFile[] | undefined {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const ids = texts("file");
  if (ids.length === 0 && !form.has(filesShown)) return undefined;
  const typed = texts("fileText");
  const decorative = new Set(texts("fileDecorative"));
  return ids.map((id, position) => ({
    id,
    alternativeText: cleanText(typed[position] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim(),
    decorative: decorative.has(id),
  }));
}

/** The files a draft holds, from its fields as they were kept. */
export function heldFiles(fields: Readonly<Record<string, string[] | undefined>>): SentFile[] {
  const { file = [], fileText = [], fileDecorative = [] } = fields;
  return file.map((id, at) => ({
    id,
    alternativeText: fileText[at] ?? "",
    decorative: fileDecorative.includes(id),
  }));
}

/** What is wrong with the files of a form, if anything: said beside them. */
export function problemWithFiles(files: readonly FormFile[]): string | undefined {
  if (files.length > fileLimits.perInsight) {
    return `At most ${fileLimits.perInsight} pictures and files: remove ${files.length - fileLimits.perInsight}`;
  }
  const silent = files.find((file) => isPicture(file) && !file.decorative && file.alternativeText === "");
  if (silent) return `Describe “${silent.name}” for people who cannot see it, or say that it is decoration`;
  const long = files.find(({ alternativeText }) => [...alternativeText].length > fileLimits.textCharacters);
  return (
    long && `The description of “${long.name}” is too long: at most ${fileLimits.textCharacters} characters`
  );
}

/** What is kept as a picture's words: none for decoration and for documents, which have their name. */
export function keptText(file: FormFile): string {
  return isPicture(file) && !file.decorative ? file.alternativeText : "";
}

/** A file of an insight, as its form begins with it. */
export function asFormFile(file: FileFacts): FormFile {
  return { ...file, decorative: isPicture(file) && file.alternativeText === "" };
}

/** Said of a file that was swept away, or was never this person's: the two look alike. */
export const gone = "A file is no longer there: add it again if it should go with the insight";
