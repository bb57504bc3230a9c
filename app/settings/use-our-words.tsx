import type { JSX, ReactNode } from "react";
import { createContext, useContext } from "react";
import { type DepartmentWord, inOurWords } from "./our-words.ts";

const OurWords = createContext<DepartmentWord>({ one: "department", many: "departments" });

type OurWordsProviderProps = { word: DepartmentWord; children: ReactNode };

/** Sets what departments are called, once for the whole page. */
export function OurWordsProvider({ word, children }: OurWordsProviderProps): JSX.Element {
  return <OurWords.Provider value={word}>{children}</OurWords.Provider>;
}

/** Puts Corridor's own sentences into the library's words. Not inside what is kept as markup: that has no context. */
export function useOurWords(): (sentence: string) => string {
  const word = useContext(OurWords);
  return (sentence) => inOurWords(sentence, word);
}
