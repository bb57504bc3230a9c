import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Person } from "../people/person.ts";
import { countAttempt } from "../people/throttle.server.ts";
import { apiProblem } from "./api-problem.server.ts";
import { countUses, type Use } from "./count-use.server.ts";
import { isStillTyping } from "./still-typing.server.ts";

type Asked = { request: Request; context: AppLoadContext; person: Person };

// Every loader of a page gets the same context: a page is counted once, however many of them it has.
const counted = new WeakMap<AppLoadContext, Promise<number | undefined>>();

/** Counts a page, its data or a form for the person who asks, and throws a 429 when that is more than allowed. */
export async function throttlePage({ request, context, person }: Asked): Promise<void> {
  // A refused form's page is shown all the same: it holds what was typed.
  if (context.problem === "too-often") return;
  const isWrite = isWriting(request);
  let counting = counted.get(context);
  if (!counting) {
    counting = countUses(person.id, isWrite ? ["requests", "writes"] : ["requests"]);
    counted.set(context, counting);
  }
  const seconds = await counting;
  if (seconds === undefined) return;
  context.retryAfter = seconds;
  if (isWrite) context.problem = "too-often";
  throw tooOften(seconds);
}

/** Counts a keystroke of the search box: a program's question, answered as one. */
export async function throttleKeystroke(person: Person): Promise<void> {
  throwProblem(await countUses(person.id, ["keystrokes"]));
}

/** Counts a picture a page shows, or a file that is saved. */
export async function throttleFile(person: Person): Promise<void> {
  throwProblem(await countUses(person.id, ["files"]));
}

/** Counts a program that reads a feed. */
export async function throttleFeed(person: Person): Promise<void> {
  throwProblem(await countUses(person.id, ["feeds"]));
}

/** Counts a call of the API. */
export async function throttleCall(request: Request, person: Person): Promise<void> {
  const uses: Use[] = isWriting(request) ? ["requests", "writes"] : ["requests"];
  throwProblem(await countUses(person.id, uses));
}

/** Counts a search asked for by a page; its words still being typed are one. */
export async function throttleSearch(person: Person, q: string, context: AppLoadContext): Promise<void> {
  if (isStillTyping(person.id, q)) return;
  const seconds = await countUses(person.id, ["searches"]);
  if (seconds === undefined) return;
  context.retryAfter = seconds;
  throw tooOften(seconds);
}

/** Counts a search asked for by a program. */
export async function throttleSearchCall(person: Person): Promise<void> {
  throwProblem(await countUses(person.id, ["searches"]));
}

/** Counts a file of insights that is taken out: ten an hour, over all processes and restarts. */
export async function throttleExport(person: Person): Promise<void> {
  const seconds = await countAttempt("export", person.id);
  if (seconds === undefined) return;
  const words = `Ten files an hour may be taken out. Wait ${inMinutes(seconds)}, then go back and try again.`;
  throw new Response(words, {
    status: 429,
    statusText: "Too Many Requests",
    headers: { "Retry-After": String(seconds), "Content-Type": "text/plain; charset=utf-8" },
  });
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function isWriting({ method }: Request): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** For a page: its boundary shows the words; the server's entry adds Retry-After from the context. */
function tooOften(seconds: number): Response {
  const words = `Wait ${inSeconds(seconds)}, then load this page again.`;
  const headers = { "Retry-After": String(seconds) };
  return new Response(words, { status: 429, statusText: "Too Many Requests", headers });
}

function throwProblem(seconds: number | undefined): void {
  if (seconds === undefined) return;
  const detail = `Wait ${inSeconds(seconds)}.`;
  throw apiProblem({ status: 429, title: "Too many requests", detail, retryAfter: seconds });
}

function inSeconds(seconds: number): string {
  return seconds === 1 ? "a second" : `${seconds} seconds`;
}
