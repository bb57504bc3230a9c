export type Theme = "light" | "dark";

/** The colours of root.css, by name, in both themes. */
export function paletteOf(css: string): Record<Theme, Map<string, string>> {
  const palette = { light: new Map<string, string>(), dark: new Map<string, string>() };
  for (const [, name = "", light = "", dark = ""] of css.matchAll(
    /--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
  )) {
    palette.light.set(name, light);
    palette.dark.set(name, dark);
  }
  return palette;
}

/** WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
