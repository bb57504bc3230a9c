type Words = { title: string; advice: string };

/** What a reader is told when the server itself, before any page, has to say no. */
export const problemWords = {
  400: {
    title: "That address could not be read",
    advice: "Something in it is not as it should be. Go back, or start from this week.",
  },
  401: { title: "An API key is needed", advice: "Send Authorization: Bearer <api key>." },
  403: {
    title: "This was not sent from Corridor's own page",
    advice:
      "To keep others from acting in your name, nothing was done. Open the page again and send it from there.",
  },
  404: { title: "There is nothing here", advice: "The address may be mistyped, or what stood here is gone." },
  405: { title: "That cannot be done here", advice: "Go back, or start from this week." },
  408: { title: "That took too long to arrive", advice: "Nothing was saved. Go back and send it again." },
  413: {
    title: "That is more than Corridor takes at once",
    advice:
      "Nothing was saved. Go back: what you typed should still be there. Make it shorter and send it again.",
  },
  414: { title: "That address is too long", advice: "Search with fewer words, or start from this week." },
  429: { title: "Too many requests", advice: "Wait for as long as Retry-After says." },
  500: {
    title: "Something went wrong on our side",
    advice: "It has been noted. Go back and try again; if it happens again, pass on the reference below.",
  },
  503: {
    title: "Corridor cannot answer just now",
    advice:
      "It is busy or being looked after. What you typed is still in the page before this one. Try again in a moment.",
  },
} satisfies Record<number, Words>;

/** The same to a program, where the words for readers of a page would not help it. */
export const apiWords: Partial<Record<keyof typeof problemWords, Words>> = {
  403: {
    title: "An API key is needed",
    advice: "Send Authorization: Bearer <api key>; cookies mean nothing here.",
  },
  404: { title: "Nothing here", advice: "/api/v1/openapi.json says what there is." },
  405: { title: "That cannot be done here", advice: "/api/v1/openapi.json says what can." },
  413: { title: "That is more than Corridor takes at once", advice: "Nothing was saved. Send less." },
  500: { title: "Something went wrong on our side", advice: "It has been noted under the reference." },
  503: { title: "Corridor cannot answer just now", advice: "Try again after as long as Retry-After says." },
};

export type ProblemStatus = keyof typeof problemWords;

export function isProblemStatus(status: number): status is ProblemStatus {
  return Object.hasOwn(problemWords, status);
}
