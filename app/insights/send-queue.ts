import { listQueue, noteSent, putIntoQueue } from "./post-queue.ts";
import { excerptOf, type QueuedPost } from "./queued-post.ts";

/** What keeps the rest of a person's queue waiting, if anything does. */
export type Holdup = "signed-out" | "somebody-else" | "unreachable" | undefined;

type Answer = {
  posted?: string;
  postedBefore?: string;
  problems?: Record<string, string>;
  signedInNow?: unknown;
};

/**
 * Sends what waits, one after another in the order it was written. Of several tabs and the service worker one sends at a
 * time; and whatever was sent twice all the same is saved once, by its key.
 */
export async function sendQueue(writer: string): Promise<Holdup> {
  if (!navigator.locks) return sendAll(writer);
  return await navigator.locks.request("corridor-queue", () => sendAll(writer));
}

/** The same for everybody who has written here: who is signed in, the server knows. */
export async function sendQueues(): Promise<boolean> {
  const writers = new Set((await listQueue()).map(({ writer }) => writer));
  let reached = true;
  for (const writer of writers) if ((await sendQueue(writer)) === "unreachable") reached = false;
  return reached;
}

async function sendAll(writer: string): Promise<Holdup> {
  for (const post of await listQueue(writer)) {
    if (post.refused) continue;
    const holdup = await sendOne(post);
    if (holdup) return holdup;
  }
  return undefined;
}

async function sendOne(post: QueuedPost): Promise<Holdup> {
  const response = await fetch("/insights/from-device", {
    method: "POST",
    body: new URLSearchParams(post.fields),
    redirect: "error",
  }).catch(() => undefined);
  if (!response) return "unreachable";
  if (response.status === 401) return "signed-out";
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (answer.signedInNow) return "somebody-else";
  if (answer.posted) {
    await noteSent(post, { id: answer.posted, excerpt: excerptOf(post) });
    return undefined;
  }
  const refused = whyNot(response.status, answer);
  if (!refused) return "unreachable";
  await putIntoQueue({ ...post, refused, postedBefore: answer.postedBefore });
  return undefined;
}

/** Nothing when sending it again later may help. */
function whyNot(status: number, { postedBefore, problems }: Answer): string | undefined {
  if (postedBefore) return "Something else was posted from this form a moment before";
  if (problems) return Object.values(problems).join(". ");
  if (status === 413) return "It is too much at once";
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return "It could not be read";
  return undefined;
}
