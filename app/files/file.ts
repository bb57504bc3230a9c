export const fileTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type FileType = (typeof fileTypes)[number];

const megabyte = 1024 * 1024;

export const fileLimits = {
  perInsight: 5,
  bytes: 10 * megabyte,
  /** A picture of a present telephone has 12 to 50 million. */
  pixels: 50_000_000,
  /** Pictures stored for progressive display are unpacked as a whole. */
  pixelsAtOnce: 25_000_000,
  /** Longest side of a picture as it is kept, and of its small copy. */
  edge: 2_000,
  smallEdge: 640,
  nameCharacters: 120,
  textCharacters: 500,
  /** Of one person's that belong to no insight yet. */
  waiting: 40,
} as const;

/** What is shown of a file, or asked about it while an insight is written. */
export type FileFacts = {
  id: string;
  type: FileType;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alternativeText: string;
};

export function isPicture({ type }: Pick<FileFacts, "type">): boolean {
  return type !== "application/pdf";
}

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

/** “340 kB”, “2.4 MB”. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** “PDF”, “JPEG”. */
export function typeInWords(type: FileType): string {
  return { "image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "application/pdf": "PDF" }[type];
}
