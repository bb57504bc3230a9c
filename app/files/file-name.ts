import { type FileType, fileLimits } from "./file.ts";

const endings: Record<FileType, readonly string[]> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
};

/**
 * A name fit to be shown and to be saved under: without folders, without characters that cannot be seen or that turn
 * the direction of reading (a name must not seem to end otherwise than it does), and ending as its contents do.
 */
export function fileName(given: string, type: FileType): string {
  const plain = shownName(given);
  const known = endings[type];
  const dot = plain.lastIndexOf(".");
  const ending = dot < 0 ? "" : plain.slice(dot + 1).toLowerCase();
  const stem = known.includes(ending) ? plain.slice(0, dot) : plain;
  const letters = [...stem]
    .slice(0, fileLimits.nameCharacters - 5)
    .join("")
    .replace(/[. ]+$/, "");
  return `${letters || "file"}.${known.includes(ending) ? ending : known[0]}`;
}

/** The same for a file that was not taken, to name it in a sentence. */
export function shownName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const seen = last
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "");
  return [...seen].slice(0, fileLimits.nameCharacters).join("") || "file";
}

/** The name as a header says it: in ASCII for old programs, and in full after RFC 5987. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replaceAll(/[^ -~]|["\\%]/g, "_");
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
