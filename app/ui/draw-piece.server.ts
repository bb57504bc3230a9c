import type { AppLoadContext } from "@remix-run/server-runtime";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { ServerPiece } from "./server-markup.tsx";

type Drawn = { name: string; markup: Buffer };

/** A piece as bytes, drawn by the server for `MadeByServer`. */
export function drawPiece(element: ReactElement): Buffer {
  return Buffer.from(renderToStaticMarkup(element));
}

/** Hands a piece to the page that is being made; to whoever asks for the page's data alone, with the data. */
export function givePiece(context: AppLoadContext, { name, markup }: Drawn): ServerPiece {
  if (context.asData) return { name, html: markup.toString() };
  context.pieces ??= new Map();
  context.pieces.set(name, markup);
  return { name };
}
