import type { AppLoadContext, EntryContext } from "@remix-run/server-runtime";
import { isPlain } from "./is-plain.ts";
import { keepNewest } from "./keep-newest.ts";

/** A document in parts: what was drawn for it, and between that what was drawn before (`PageMarkup.parts`). */
export type DrawnDocument = readonly Buffer[];

type Kept = {
  /** A number stands for what is another one in each answer. */
  parts: readonly (Buffer | number)[];
  pieces: ReadonlyMap<string, Buffer>;
};

type Asked = {
  context: AppLoadContext;
  remixContext: EntryContext;
  /** What it is drawn from besides its loaders' data and pieces. */
  key: string;
  draw: () => Promise<DrawnDocument>;
};

const most = 60;
const largest = 100_000;
const kept = new Map<string, Kept>();

/**
 * The document of a page that people come back to (`keepAnswers`), drawn once for as long as everything it is drawn from
 * is the same: its loaders' data and pieces, letter for letter, and the key. What is another one each time, as the nonce,
 * is put in its places. Its data names the reader, so nobody is shown what was drawn for somebody else.
 */
export async function keptDocument({ context, remixContext, key, draw }: Asked): Promise<Buffer> {
  const data = remixContext.staticHandlerContext.loaderData;
  if (!mayBeKept(context, remixContext) || !isPlain(data)) return Buffer.concat(await draw());
  const { pieces = new Map() } = context;
  const once = [context.nonce, context.reference, ...formKeysIn(data)];
  const full = `${key} ${withoutFormKeys(data)}`;
  const known = kept.get(full);
  const isSame = known && samePieces(known.pieces, pieces);
  const drawn = isSame ? undefined : await draw();
  if (drawn && drawnNow(drawn) > largest) return Buffer.concat(drawn);
  const parts = drawn ? cutAt(drawn, once) : (known?.parts ?? []);
  keepNewest(kept, { key: full, value: isSame ? known : { parts, pieces }, most });
  return Buffer.concat(
    parts.map((part) => (typeof part === "number" ? Buffer.from(once[part] ?? "") : part)),
  );
}

/** How many bytes of it keeping would cost: every second part was drawn before, and is kept there. */
function drawnNow(document: DrawnDocument): number {
  return document.reduce((sum, part, at) => sum + (at % 2 === 0 ? part.length : 0), 0);
}

/** Only what is as it should be: a page that says what went wrong is drawn each time. */
function mayBeKept(context: AppLoadContext, { staticHandlerContext }: EntryContext): boolean {
  const { statusCode, errors, actionData } = staticHandlerContext;
  const isUsual = statusCode === 200 && !errors && !actionData;
  return isUsual && context.comesBack === true && !context.problem && context.retryAfter === undefined;
}

type LoaderData = Record<string, unknown>;

/** The keys of forms that post once: a route's data has its own by this name. */
function formKeysIn(data: LoaderData): string[] {
  return Object.values(data).flatMap((given) => formKeyOf(given) ?? []);
}

function formKeyOf(given: unknown): string | undefined {
  const key = given instanceof Object && "idempotencyKey" in given ? given.idempotencyKey : undefined;
  return typeof key === "string" ? key : undefined;
}

function withoutFormKeys(data: LoaderData): string {
  const plain = Object.entries(data).map(([route, given]) =>
    formKeyOf(given) === undefined ? [route, given] : [route, { ...(given as object), idempotencyKey: "" }],
  );
  return JSON.stringify(plain);
}

function samePieces(some: ReadonlyMap<string, Buffer>, others: ReadonlyMap<string, Buffer>): boolean {
  return some.size === others.size && [...some].every(([name, markup]) => others.get(name)?.equals(markup));
}

/** The document with a number wherever one of these stands. They are random and this answer's alone: nobody can have written one. */
function cutAt(document: DrawnDocument, once: readonly string[]): (Buffer | number)[] {
  let parts: (Buffer | number)[] = [...document];
  for (const [number, value] of once.entries()) {
    if (value === "") continue;
    parts = parts.flatMap((part) => (typeof part === "number" ? part : cutPart(part, { number, value })));
  }
  return parts;
}

function cutPart(part: Buffer, { number, value }: { number: number; value: string }): (Buffer | number)[] {
  const cut: (Buffer | number)[] = [];
  let from = 0;
  for (let at = part.indexOf(value); at >= 0; at = part.indexOf(value, from)) {
    cut.push(part.subarray(from, at), number);
    from = at + value.length;
  }
  return [...cut, part.subarray(from)];
}
