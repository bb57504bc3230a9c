import type { Request, Response } from "express";
import { isApi } from "./api-addresses.ts";
import { handBack } from "./hand-back.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { apiWords, type ProblemStatus, problemWords } from "./problem-words.server.ts";

const retryAfterSeconds = 5;

const style =
  ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}h1{font-size:1.5rem}textarea,button{box-sizing:border-box;font:inherit;min-height:2.75rem;padding:.5rem 1rem}textarea{display:block;width:100%;margin-bottom:1rem}";

/** Answers for the server itself: a small page for a reader, a JSON problem for a program; a reference, no detail. */
export function sendProblem(req: Request, res: Response, status: ProblemStatus): void {
  const { type, body } = problemBody(req, res, status);
  res.status(status);
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Content-Type", type);
  if (status === 503) res.setHeader("Retry-After", String(retryAfterSeconds));
  res.end(body);
}

/** The same answer, unsent. */
export function problemBody(
  req: Request,
  res: Response,
  status: ProblemStatus,
): { type: string; body: string } {
  const { nonce, reference } = factsOf(res);
  if (wantsFormData(req)) return { type: "text/x-script", body: actionData(status, reference) };
  if (wantsJson(req)) {
    const { title, advice } = (isApi(req) && apiWords[status]) || problemWords[status];
    const body = JSON.stringify({ type: "about:blank", title, status, detail: advice, reference });
    return { type: "application/problem+json", body };
  }
  const handedBack = status === 503 ? handBack(req, res) : undefined;
  return { type: "text/html; charset=utf-8", body: page(status, { nonce, reference, handedBack }) };
}

function wantsJson(req: Request): boolean {
  return isApi(req) || req.accepts(["html", "json"]) === "json";
}

function wantsFormData(req: Request): boolean {
  return req.method === "POST" && req.path.endsWith(".data") && !isApi(req);
}

/**
 * What Remix's browser half reads as an action's data (turbo-stream's form of `{ data: { …: true, reference } }`):
 * the form stays on the page with what was typed, where any other answer would replace it.
 */
function actionData(status: ProblemStatus, reference: string): string {
  const kind = status === 413 ? "tooLarge" : "unavailable";
  return `[{"_1":2},"data",{"_3":4,"_5":6},"${kind}",true,"reference","${reference}"]\n`;
}

type PageFacts = { nonce: string; reference: string; handedBack?: string };

const notSaved = {
  title: "Nothing was saved yet",
  advice:
    "Corridor is busy or takes nothing in just now. What you wrote is below: wait a moment, then send it again. It is saved once, however often it is sent. If it goes on, copy it to somewhere safe.",
};

function page(status: ProblemStatus, { nonce, reference, handedBack = "" }: PageFacts): string {
  const { title, advice } = handedBack ? notSaved : problemWords[status];
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Corridor</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>
${handedBack}
<p><a href="/">Start from this week</a></p>
<p>Reference: ${reference}</p>
</main>
</body>
</html>
`;
}
