import type { BrowserContext } from "playwright-core";

export type Watch = { troubles(): string[] };

type Watching = { origin: string; javaScript: boolean; expecting: readonly RegExp[] };

/** Notes whatever goes wrong in a browser: errors, refusals by policy, failed requests, traffic to anybody else. */
export function watchFor(context: BrowserContext, { origin, javaScript, expecting }: Watching): Watch {
  const troubles: string[] = [];
  context.on("console", (message) => {
    // Refusals by the content policy are written here too, and so are answers of 400 and above.
    if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => troubles.push(`script: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== origin) troubles.push(`elsewhere: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // What a reader leaves behind by going on is no failure, nor is the script of a browser that runs none.
    const fine = why === "net::ERR_ABORTED" || (!javaScript && why === "csp");
    if (!fine) troubles.push(`failed: ${request.url()} ${why}`);
  });
  return { troubles: () => troubles.filter((trouble) => !expecting.some((known) => known.test(trouble))) };
}
