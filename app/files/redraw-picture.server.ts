import type { Metadata, Sharp, SharpOptions } from "sharp";
import { type FileType, fileLimits } from "./file.ts";
import type { FileTrouble } from "./file-trouble.ts";
import { inTurn } from "./in-turn.server.ts";

type Picture = Exclude<FileType, "application/pdf">;
type Size = { width: number; height: number };

const formats: Record<Picture, { name: string; write: (picture: Sharp) => Sharp }> = {
  "image/jpeg": { name: "jpeg", write: (picture) => picture.jpeg({ quality: 82, mozjpeg: true }) },
  "image/png": { name: "png", write: (picture) => picture.png({ compressionLevel: 8 }) },
  "image/webp": { name: "webp", write: (picture) => picture.webp({ quality: 82 }) },
};

const options: SharpOptions = {
  limitInputPixels: fileLimits.pixels,
  failOn: "error",
  sequentialRead: true,
  // Of a moving picture, the first.
  pages: 1,
};
const longestSeconds = 20;

/** Loaded at the first picture: it is large, and most processes see none for hours. */
async function openSharp() {
  const { default: sharp } = await import("sharp");
  // Only what we take can be read, whatever else the library knows; one thread, and nothing kept afterwards.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpegFile", "VipsForeignLoadPngFile", "VipsForeignLoadWebpFile"],
  });
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/**
 * Draws a picture anew from its pixels: turned as its camera said, no larger than we keep, and without anything else
 * that stood in the file (place, camera, thumbnails, what was hidden behind its end). Writes two files beside it.
 */
export function redrawPicture(
  path: string,
  type: Picture,
): Promise<{ large: string; small: string; size: Size } | { trouble: FileTrouble }> {
  return inTurn(async () => {
    const sharp = await openSharp();
    const metadata = await sharp(path, { ...options, limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
    const trouble = troubleWith(metadata, type);
    if (trouble) return { trouble };
    const [large, small] = [`${path}.large`, `${path}.small`];
    try {
      const whole = sharp(path, options).timeout({ seconds: longestSeconds }).autoOrient();
      const { width, height } = await formats[type]
        .write(whole.resize({ ...within(fileLimits.edge), withoutEnlargement: true }))
        .toFile(large);
      await sharp(large, options)
        .resize({ ...within(fileLimits.smallEdge), withoutEnlargement: true })
        .webp({ quality: 78 })
        .toFile(small);
      return { large, small, size: { width, height } };
    } catch (error) {
      return { trouble: troubleIn(error) };
    }
  });
}

function within(edge: number) {
  return { width: edge, height: edge, fit: "inside" } as const;
}

function troubleWith(metadata: Metadata | undefined, type: Picture): FileTrouble | undefined {
  if (!metadata || metadata.format !== formats[type].name) return "broken";
  const pixels = metadata.width * metadata.height;
  const most = metadata.isProgressive ? fileLimits.pixelsAtOnce : fileLimits.pixels;
  return pixels > most ? "too-many-pixels" : undefined;
}

/** The library tells what it met in words only. */
function troubleIn(error: unknown): FileTrouble {
  const said = error instanceof Error ? error.message : "";
  if (/no space left|quota exceeded/i.test(said)) return "no-room";
  return /pixel limit/i.test(said) ? "too-many-pixels" : "broken";
}
