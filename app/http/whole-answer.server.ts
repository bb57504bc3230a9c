// Kept where a second copy of this module finds it, like the pool.
const slot = globalThis as typeof globalThis & { corridorWholeAnswers?: WeakMap<Response, Buffer> };

/** Answers whose bytes are all there, so that they need not be read out of a stream again. */
function wholeAnswers(): WeakMap<Response, Buffer> {
  slot.corridorWholeAnswers ??= new WeakMap();
  return slot.corridorWholeAnswers;
}

/** An answer that is a text as a whole: it is sent with its length, in one piece. */
export function wholeAnswer(text: string, init: ResponseInit): Response {
  const answer = new Response(text, init);
  wholeAnswers().set(answer, Buffer.from(text));
  return answer;
}

/** What the answer says, where it was made as a whole. */
export function wholeOf(answer: Response): Buffer | undefined {
  return wholeAnswers().get(answer);
}
