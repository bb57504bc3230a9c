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

/** “340 kB”, “2.4 MB”, “78.9 GB”. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** “PDF”, “JPEG”. */
export function typeInWords(type: FileType): string {
  return { "image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "application/pdf": "PDF" }[type];
}
