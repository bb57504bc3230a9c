import type { ComponentType } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { keepRecent } from "./keep-recent.ts";
import { type KeepMarkup, MarkupKeeper } from "./kept-markup.tsx";
import { ownBytes } from "./own-bytes.server.ts";
import { numberOfUnchanging } from "./unchanging.server.ts";

const nothing = Buffer.alloc(0);
const drawn = keepRecent<Buffer>({ most: 2_000, weigh: (markup) => markup.length, mostWeight: 5_000_000 });
const numbers = new WeakMap<object, number>();
let kinds = 0;

/** For one page: what is given to `MarkupKeeper`, and what puts the bytes in their places in the page drawn with it. */
export type PageMarkup = {
  keep: KeepMarkup;
  /** Stands for markup that is bytes already. */
  place(markup: Buffer): string;
  fillIn(html: string): Buffer;
  /** The same in parts: what of it was drawn now, and between that what was drawn before. */
  parts(html: string): Buffer[];
};

/**
 * What is kept is kept as bytes, and put in its place when the page around it has been drawn: to turn a whole page into
 * bytes takes nearly half as long as to draw it. `secret` is this page's alone, so nothing anybody wrote passes for a place.
 * `still` is markup that the browser's React will not take over, and so has no marks for it.
 */
export function markupForPage(secret: string, { still = false }: { still?: boolean } = {}): PageMarkup {
  const pieces: Buffer[] = [];
  const sign = `<!--${secret}/`;
  const place = (markup: Buffer) => `${sign}${pieces.push(markup) - 1}-->`;
  const keep: KeepMarkup = (Drawing, props) => place(keptMarkup(Drawing, props, still));
  const partsOf = (html: string): Buffer[] => {
    const page = ownBytes(html);
    const parts: Buffer[] = [];
    let from = 0;
    for (let at = page.indexOf(sign); at >= 0; at = page.indexOf(sign, from)) {
      const end = page.indexOf("-->", at);
      const piece = pieces[Number(page.toString("latin1", at + sign.length, end))];
      parts.push(page.subarray(from, at), piece ?? nothing);
      from = end + "-->".length;
    }
    return [...parts, page.subarray(from)];
  };
  return { keep, place, fillIn: (html) => Buffer.concat(partsOf(html)), parts: partsOf };
}

/**
 * Keeps what was drawn lately. The key is everything it was drawn from, so whoever is given it has read the same
 * already, and a change of one letter is another key. What is `unchanging` has a number that stands for all of it.
 */
export function keptMarkup<Props extends object>(
  Drawing: ComponentType<Props>,
  props: Props,
  still: boolean,
): Buffer {
  const key = `${numberOf(Drawing)}${still ? "." : ""} ${Object.entries(props).map(asKey)}`;
  return drawn.get(key, () => ownBytes((still ? drawStill : drawThrough)(Drawing, props)));
}

function asKey([name, value]: [string, unknown]): string {
  const number = numberOfUnchanging(value);
  return `${name}:${number === undefined ? JSON.stringify(value) : `#${number}`}`;
}

/** What is kept within what is kept is a part of it, and not kept once more. */
const drawThrough: KeepMarkup = (Drawing, props) =>
  renderToString(
    <MarkupKeeper.Provider value={drawThrough}>
      <Drawing {...props} />
    </MarkupKeeper.Provider>,
  );

const drawStill: KeepMarkup = (Drawing, props) =>
  renderToStaticMarkup(
    <MarkupKeeper.Provider value={drawStill}>
      <Drawing {...props} />
    </MarkupKeeper.Provider>,
  );

function numberOf(Drawing: object): number {
  const number = numbers.get(Drawing) ?? kinds++;
  numbers.set(Drawing, number);
  return number;
}
