type Room = {
  /** The width of a line in the size of its letters. */
  ems: number;
  bold?: boolean;
};

/** A text in lines that are no wider than there is room, reckoned by the widest of the fonts it may be drawn in. */
export function wrapped(text: string, { ems, bold = false }: Room): string[] {
  const room = bold ? ems / 1.12 : ems;
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    for (const piece of piecesOf(word, room)) {
      const longer = line === "" ? piece : `${line} ${piece}`;
      if (line !== "" && widthOf(longer) > room) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A word, broken where it is wider than a line. */
function piecesOf(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && widthOf(piece + letter) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

// As DejaVu Sans draws them, which is wider than what it stands in for.
const widths: readonly [letters: RegExp, ems: number][] = [
  [/[ijl'|.,:;!I]/, 0.34],
  [/[ tfr()[\]/-]/, 0.41],
  [/[sczJ“”"?]/, 0.55],
  [/[mwMW@%—…]/, 1],
  [/[A-Z&+=<>#~]/, 0.76],
  // Letters of scripts that fill a square.
  [/[\u1100-\uffff]/, 1],
];

function letterWidth(letter: string): number {
  return widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.64;
}
