import type { ReactElement } from "react";
import type { DepartmentWord } from "../settings/our-words.ts";
import { OurWordsProvider } from "../settings/use-our-words.tsx";
import { drawPiece } from "../ui/draw-piece.server.tsx";

/** A piece of an issue's page as bytes, in the library's words. */
export function drawInOurWords(element: ReactElement, word: DepartmentWord): Buffer {
  return drawPiece(<OurWordsProvider word={word}>{element}</OurWordsProvider>);
}
