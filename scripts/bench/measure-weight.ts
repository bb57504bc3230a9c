import { gzipSync } from "node:zlib";
import { askWell } from "./ask.ts";
import { type Bench, type Figure, pageOf } from "./measuring.ts";

/** What a browser takes to show the first page: the document, its styles and scripts, and the fonts besides. */
export async function measureWeight(bench: Bench): Promise<Figure[]> {
  const html = await askWell(pageOf(bench, "/"));
  const linked = linksIn(html.toString("utf8"));
  const parts = { html: gzipSync(html).length, css: 0, js: 0, fonts: 0 };
  const fonts = new Set(linked.filter((path) => path.endsWith(".woff2")));
  for (const path of linked) {
    const file = await askWell(pageOf(bench, path));
    const isStyle = path.endsWith(".css");
    if (isStyle) for (const font of fontsIn(file.toString("utf8"))) fonts.add(font);
    if (isStyle) parts.css += gzipSync(file, { level: 9 }).length;
    else if (path.endsWith(".js")) parts.js += gzipSync(file, { level: 9 }).length;
  }
  for (const font of fonts) parts.fonts += (await askWell(pageOf(bench, font))).length;
  const { html: page, css, js } = parts;
  return [
    kilobytes("first page, gzip: HTML", page),
    kilobytes("first page, gzip: CSS", css),
    kilobytes("first page, gzip: JS", js),
    kilobytes("first page, gzip: together", page + css + js, 120),
    kilobytes("all fonts", parts.fonts, 60),
  ];
}

function kilobytes(name: string, bytes: number, atMost?: number): Figure {
  const goal = atMost === undefined ? undefined : { atMost, of: "value" as const };
  return { name, unit: "kB", value: bytes / 1_000, goal };
}

/** Files of the build that the document names, each once. */
function linksIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w./-]+\.(css|js|woff2)/g))];
}

function fontsIn(css: string): string[] {
  return css.match(/\/assets\/[\w./-]+\.woff2/g) ?? [];
}
