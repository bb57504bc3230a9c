import type { Evidence } from "./evidence.ts";
import { evidenceSvg } from "./evidence-svg.ts";

/** A card as a PNG. Letters come from the fonts of the machine it runs on (`docs/operating.md`). */
export async function drawEvidence(given: { evidence: Evidence; today: string }): Promise<Buffer> {
  // Its library is ten megabytes that most days nobody needs.
  const { default: sharp } = await import("sharp");
  return await sharp(Buffer.from(evidenceSvg(given)))
    .png({ compressionLevel: 9 })
    .toBuffer();
}
