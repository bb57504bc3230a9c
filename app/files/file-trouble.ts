/** Why a file was not taken. */
export type FileTrouble =
  | "empty"
  | "too-large"
  | "one-too-many"
  | "unknown-type"
  | "too-many-pixels"
  | "broken"
  | "no-room"
  | "too-many";

/** Said to whoever sent it, in a sentence that names it. */
export function troubleInWords(trouble: FileTrouble, name: string): string {
  return `“${name}” ${words[trouble]}`;
}

const words: Record<FileTrouble, string> = {
  empty: "is empty",
  "too-large": "is larger than 10 MB",
  "one-too-many": "was not taken: at most five pictures and files",
  "unknown-type": "is not a picture (PNG, JPEG, WebP) or a PDF",
  "too-many-pixels":
    "has too many pixels: at most 50 million, or 25 million where it is stored for gradual display",
  broken: "cannot be read as a picture: it may be damaged",
  "no-room": "could not be kept, as the server has no room left: post without it, or add it later",
  "too-many": "was not taken, as too many of your files wait to be posted: post or wait an hour, then add it",
};
