type Ask<Asked, Answer> = (asked: Asked, signal: AbortSignal) => Promise<Answer>;

/** What is asked again and again, where only the last answer counts. */
export type LatestOnly<Asked, Answer> = {
  /** The answer; undefined when something else was asked or all was forgotten meanwhile, or when it failed. */
  ask(asked: Asked): Promise<Answer | undefined>;
  forget(): void;
};

/** Lets go of a question as soon as the next is asked, and of its answer should it come all the same. */
export function latestOnly<Asked, Answer>(ask: Ask<Asked, Answer>): LatestOnly<Asked, Answer> {
  let current: AbortController | undefined;
  function forget(): void {
    current?.abort();
    current = undefined;
  }
  return {
    async ask(asked) {
      forget();
      const mine = new AbortController();
      current = mine;
      try {
        const answer = await ask(asked, mine.signal);
        return current === mine ? answer : undefined;
      } catch {
        // A keystroke's answer that does not come is not worth a word: the form still searches.
        return undefined;
      }
    },
    forget,
  };
}
