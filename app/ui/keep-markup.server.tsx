import { renderToString } from "react-dom/server";
import type { KeepMarkup } from "./kept-markup.tsx";

type Drawn = Map<string, string>;

const most = 1_000;
const longestMilliseconds = 10 * 60_000;

const numbers = new WeakMap<object, number>();
let kinds = 0;
let recent: Drawn = new Map();
let older: Drawn = new Map();
let since = Date.now();

/**
 * Keeps what was drawn lately. The key is everything it was drawn from, so whoever is given it has read the same
 * already, and a change of one letter is another key. What nobody asked for in ten minutes or more is forgotten.
 */
export const keepMarkup: KeepMarkup = (Drawing, props) => {
  const key = `${numberOf(Drawing)} ${JSON.stringify(props)}`;
  const known = recent.get(key) ?? older.get(key);
  const markup = known ?? renderToString(<Drawing {...props} />);
  if (recent.size >= most || Date.now() - since > longestMilliseconds) forgetOlder();
  recent.set(key, markup);
  return markup;
};

function forgetOlder(): void {
  older = recent;
  recent = new Map();
  since = Date.now();
}

function numberOf(Drawing: object): number {
  const number = numbers.get(Drawing) ?? kinds++;
  numbers.set(Drawing, number);
  return number;
}
