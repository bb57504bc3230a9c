import type { Request, Response } from "express";
import { isApi } from "./api-addresses.ts";
import { handBack } from "./hand-back.server.ts";
import { factsOf } from "./identify-request.server.ts";
import { apiWords, type ProblemStatus, problemWords } from "./problem-words.server.ts";

const retryAfterSeconds = 5;

/** The paper, ink and accent of every page, by themselves: nothing else can be counted on here. */
const style = [
  ":root{color-scheme:light dark}",
  "body{background:light-dark(#f7f3eb,#181613);color:light-dark(#211d18,#ece6da);font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:10vh 1.25rem 2rem}",
  "h1,.name{font-family:Charter,Cambria,Georgia,serif}",
  "h1{font-size:2.125rem;line-height:2.5rem;font-weight:400;margin:2rem 0 1rem;text-wrap:balance}",
  ".name{font-size:1.1875rem;font-weight:600;margin:0}",
  "a{color:light-dark(#0f5a5a,#74c6bb);text-underline-offset:.2em;display:inline-block;padding:.5rem 0}",
  ".reference{border-top:1px solid light-dark(#ddd5c6,#3a352e);color:light-dark(#5a5247,#b8ae9e);font-size:.875rem;padding-top:.75rem}",
  "textarea,button{box-sizing:border-box;border:1px solid light-dark(#857a69,#8b8171);border-radius:.375rem;background:light-dark(#fffdf8,#211e1a);color:inherit;font:inherit;min-height:2.75rem;padding:.5rem 1rem}",
  "textarea{display:block;width:100%;margin-bottom:1rem}",
].join("");

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
<p class="name">Corridor</p>
<h1>${title}</h1>
<p>${advice}</p>
${handedBack}
<p><a href="/">Start from this week</a></p>
<p class="reference">Reference: ${reference}</p>
</main>
</body>
</html>
`;
}
