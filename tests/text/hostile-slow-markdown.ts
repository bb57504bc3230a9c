/** Each a shape that has made some Markdown renderer quadratic, cubic, endless or deep. */
export const ownSlowMarkdown: string[] = [
  filled(">", "a"),
  filled("- ", "a"),
  filled("1. ", "a"),
  `${"- ".repeat(970)}${"[a]: b\n".repeat(6)}`,
  filled("["),
  filled("![[]()"),
  filled("*a "),
  filled("_a"),
  filled("[a]("),
  filled("<a "),
  filled("<!--"),
  filled("~~a"),
  filled("**_**_"),
  filled("https://a.b/"),
  filled("www."),
  filled("a.b", "@"),
  filled("!"),
  filled("\n\t"),
  filled("a\n=\n"),
  filled("[a]: b\n", "[a]"),
  filled("&#35;"),
  filled("\\"),
  filled("` "),
  filled("|a", "\n|-"),
  filled(" ", "x"),
  "\t\u000B\n".repeat(3),
  // Small texts that would grow without end: a long address used again and again, rows filled up to a wide header.
  `[a]: https://a.example/${"x".repeat(1_900)}\n\n${"[a] ".repeat(4_000)}`,
  `${"|a".repeat(3_000)}\n${"|-".repeat(3_000)}\n${"|\n".repeat(3_000)}`,
  Array.from({ length: 120 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"),
  Array.from({ length: 190 }, (_, length) => `\`${"`".repeat(length)}a`).join(""),
];

function filled(unit: string, tail = ""): string {
  return unit.repeat(Math.floor(19_900 / unit.length)) + tail;
}
