import { xml } from "../text/atom.ts";
import { exactDate } from "../ui/dates.ts";
import type { Evidence } from "./evidence.ts";
import { requestWords, strengthWords } from "./evidence-words.ts";
import { monthBars } from "./month-bars.ts";
import { wrapped } from "./wrapped.ts";

const page = { width: 1200, margin: 72 } as const;
const inner = page.width - 2 * page.margin;
const ink = {
  text: "#211d18",
  soft: "#5a5247",
  accent: "#0f5a5a",
  edge: "#b3a893",
  paper: "#fffdf8",
} as const;
const sans = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif";
const serif = "'Source Serif 4', Charter, Georgia, 'Noto Serif', 'DejaVu Serif', serif";

type Line = { size: number; text: string; font?: string; colour?: string; weight?: number; x?: number };

/** A card as a picture: the same words and bars as on its page. */
export function evidenceSvg({ evidence, today }: { evidence: Evidence; today: string }): string {
  const { department, figures, quotes, topNeed, offer } = evidence;
  const parts: string[] = [];
  let y = page.margin;
  const write = ({ size, text, font = sans, colour = ink.text, weight = 400, x = 0 }: Line) => {
    for (const line of wrapped(text, { ems: (inner - x) / size, bold: weight > 400 })) {
      y += size * 1.35;
      parts.push(
        `<text x="${page.margin + x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${colour}">${xml(line)}</text>`,
      );
    }
  };
  write({ size: 44, text: department.name, weight: 600 });
  write({ size: 24, text: `and the library, ${exactDate(today)}`, colour: ink.soft });
  y += 24;
  write({ size: 28, text: requestWords(figures.month, "month") });
  write({ size: 28, text: requestWords(figures.year, "year") });
  y += 32;
  const chart = monthBars(figures.months, { width: inner, height: 180 });
  for (const { isNow, month: _, ...bar } of chart.bars) {
    parts.push(
      `<rect x="${page.margin + bar.x}" y="${y + bar.y}" width="${bar.width}" height="${bar.height}" rx="3" fill="${isNow ? ink.accent : ink.edge}"/>`,
    );
  }
  y += 180;
  parts.push(
    `<line x1="${page.margin}" x2="${page.width - page.margin}" y1="${y}" y2="${y}" stroke="${ink.edge}" stroke-width="2"/>`,
  );
  const [first, last] = [figures.months[0], figures.months.at(-1)];
  write({
    size: 20,
    text: `Enquiries by month, ${first ? exactDate(first.from) : ""} to ${last ? exactDate(last.to) : ""}; the past year is darker`,
    colour: ink.soft,
  });
  for (const { text, heard, by, heardOn } of quotes) {
    y += 28;
    const top = y + 8;
    write({ size: 30, text: `“${text}”`, font: serif, x: 28 });
    write({
      size: 20,
      text: `${heard}${by ? ` by ${by}` : ""}, ${exactDate(heardOn)}`,
      colour: ink.soft,
      x: 28,
    });
    parts.push(
      `<rect x="${page.margin}" y="${top}" width="5" height="${y - top + 6}" fill="${ink.accent}"/>`,
    );
  }
  y += 28;
  if (topNeed) write({ size: 26, text: `Most needed: ${topNeed.text} (${strengthWords(topNeed)})` });
  if (offer) write({ size: 26, text: `What the library can do: ${offer}`, weight: 600, colour: ink.accent });
  const height = Math.ceil(y + page.margin);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${height}" viewBox="0 0 ${page.width} ${height}"><rect width="100%" height="100%" fill="${ink.paper}"/>${parts.join("")}</svg>`;
}
