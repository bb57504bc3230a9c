import type { ComponentType, JSX, ReactElement } from "react";
import type { DepartmentWord } from "../settings/our-words.ts";
import { OurWordsProvider } from "../settings/use-our-words.tsx";
import { drawKeptPiece, drawPiece } from "../ui/draw-piece.server.tsx";

/** A piece of an issue's page as bytes, in the library's words. */
export function drawInOurWords(element: ReactElement, word: DepartmentWord): Buffer {
  return drawPiece(<OurWordsProvider word={word}>{element}</OurWordsProvider>);
}

/** The same of what several readers are shown alike: drawn once and kept. `Drawing` draws from its props and those words alone. */
export function keptInOurWords<Props extends object>(
  Drawing: ComponentType<Props>,
): (props: Props, word: DepartmentWord) => Buffer {
  function InOurWords({ word, props }: { word: DepartmentWord; props: Props }): JSX.Element {
    return (
      <OurWordsProvider word={word}>
        <Drawing {...props} />
      </OurWordsProvider>
    );
  }
  return (props, word) => drawKeptPiece(InOurWords, { word, props });
}
