/** Nothing here, or nothing for this person: the two look alike. */
export function notFound(): never {
  throw new Response("Not found", { status: 404, statusText: "Not Found" });
}

/** May not see or do it: answered as if it were not there, so that nobody learns what exists. */
export function forbidden(): never {
  notFound();
}

/** The request makes no sense, and no form of ours would have sent it. `message` is shown to the reader. */
export function badRequest(message: string): never {
  throw new Response(message, { status: 400, statusText: "Bad Request" });
}

/** The body is in a form we do not read. */
export function unsupportedForm(): never {
  throw new Response("This form came in a way Corridor does not read.", {
    status: 415,
    statusText: "Unsupported Media Type",
  });
}
