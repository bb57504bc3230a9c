import sharp from "sharp";
import type { Evidence } from "./evidence.ts";
import { evidenceSvg } from "./evidence-svg.ts";

/** A card as a PNG. Letters come from the fonts of the machine it runs on (`docs/operating.md`). */
export function drawEvidence(given: { evidence: Evidence; today: string }): Promise<Buffer> {
  return sharp(Buffer.from(evidenceSvg(given)))
    .png({ compressionLevel: 9 })
    .toBuffer();
}
