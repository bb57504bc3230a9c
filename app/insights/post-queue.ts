import { dropHere, findHere, keepHere, listHere } from "./device-store.ts";
import type { QueuedPost, SentPost } from "./queued-post.ts";

const prefix = "queue:";
const nameOf = ({ writer, at, key }: QueuedPost) => `${prefix}${writer}:${at}:${key}`;
const sentName = (writer: string) => `sent:${writer}`;
const mostSent = 50;

/** Tells the browser's other tabs, and this one, that the queue is no longer as it was. */
function tell(): void {
  const channel = new BroadcastChannel("corridor-queue");
  channel.postMessage("changed");
  channel.close();
}

/** Has `changed` called whenever the queue has changed, in whichever tab. Returns how to end it. */
export function watchQueue(changed: () => void): () => void {
  const channel = new BroadcastChannel("corridor-queue");
  channel.onmessage = changed;
  return () => channel.close();
}

export async function putIntoQueue(post: QueuedPost): Promise<void> {
  await keepHere(nameOf(post), post);
  tell();
}

export async function takeOutOfQueue(post: QueuedPost): Promise<void> {
  await dropHere(nameOf(post));
  tell();
}

/** What waits to be sent, the earliest first: this person's, or everybody's. */
export async function listQueue(writer?: string): Promise<QueuedPost[]> {
  const found = await listHere<QueuedPost>(writer ? `${prefix}${writer}:` : prefix);
  return found.map(([, post]) => post);
}

/** Remembers what was sent, to be told to its writer, and only then lets go of it. */
export async function noteSent(post: QueuedPost, sent: SentPost): Promise<void> {
  const before = await listSent(post.writer);
  const others = before.filter(({ id }) => id !== sent.id);
  await keepHere(sentName(post.writer), [...others, sent].slice(-mostSent));
  await takeOutOfQueue(post);
}

export async function listSent(writer: string): Promise<SentPost[]> {
  return (await findHere<SentPost[]>(sentName(writer))) ?? [];
}

export async function forgetSent(writer: string): Promise<void> {
  await dropHere(sentName(writer));
  tell();
}
