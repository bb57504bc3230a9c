import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/server-runtime";
import type { ComponentType, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { keptMarkup, markupForPage } from "./keep-markup.server.tsx";
import { MarkupKeeper } from "./kept-markup.tsx";
import type { ServerPiece } from "./server-markup.tsx";

type Drawn = { name: string; markup: Buffer };

/** A piece as bytes, drawn by the server for `MadeByServer`. What is `Kept` in it is put in as it was drawn before. */
export function drawPiece(element: ReactElement): Buffer {
  const { keep, fillIn } = markupForPage(randomUUID(), { still: true });
  return fillIn(renderToStaticMarkup(<MarkupKeeper.Provider value={keep}>{element}</MarkupKeeper.Provider>));
}

/** A piece that several readers are shown alike, drawn from its props alone and kept for a while. */
export function drawKeptPiece<Props extends object>(Drawing: ComponentType<Props>, props: Props): Buffer {
  return keptMarkup(Drawing, props, true);
}

/** Hands a piece to the page that is being made; to whoever asks for the page's data alone, with the data. */
export function givePiece(context: AppLoadContext, { name, markup }: Drawn): ServerPiece {
  if (context.asData) return { name, html: markup.toString() };
  context.pieces ??= new Map();
  context.pieces.set(name, markup);
  return { name };
}

/** Hands over several, each named after what they are pieces `of` and its own key. */
export function givePieces<Key extends string>(
  context: AppLoadContext,
  { of, pieces }: { of: string; pieces: Record<Key, Buffer> },
): Record<Key, ServerPiece> {
  const given = Object.entries<Buffer>(pieces).map(([key, markup]) => [
    key,
    givePiece(context, { name: `${of}-${key}`, markup }),
  ]);
  return Object.fromEntries(given);
}
