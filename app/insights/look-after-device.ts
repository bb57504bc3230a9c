import { forgetOthers, listOnDevice } from "./device-drafts.ts";
import { dropHere, findHere, keepHere, listHere } from "./device-store.ts";
import { draftFields, fromQueueVersion } from "./draft.ts";
import { listQueue, takeOutOfQueue } from "./post-queue.ts";
import { sendDraft } from "./send-draft.ts";
import { sendQueue } from "./send-queue.ts";

const mostWaitMs = 8_000;

/**
 * Sees to it that a shared computer keeps nothing for the next: what others left here goes, save what they posted and is
 * not sent yet; and before somebody signs out, what is kept only here is sent. Returns how to end it.
 */
export function lookAfterDevice(writer: string): () => void {
  void forgetOthersThings(writer).catch(() => {});
  if (import.meta.env.PROD) void navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
  let asked = false;
  const leave = async (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (asked || new URL(form.action).pathname !== "/sign-out") return;
    event.preventDefault();
    asked = true;
    await Promise.race([bringHome(writer), new Promise((done) => setTimeout(done, mostWaitMs))]);
    form.submit();
  };
  document.addEventListener("submit", leave, true);
  return () => document.removeEventListener("submit", leave, true);
}

async function forgetOthersThings(writer: string): Promise<void> {
  forgetOthers(writer);
  await forgetChoices(writer);
  for (const [name] of await listHere("sent:")) if (name !== `sent:${writer}`) await dropHere(name);
}

/** Sends what waits; what cannot be posted becomes a draft, which its writer finds again anywhere. Then all of it goes. */
async function bringHome(writer: string): Promise<void> {
  try {
    // What was typed within the last seconds.
    for (const draft of listOnDevice(writer)) await sendDraft(writer, draft);
    await sendQueue(writer);
    let whole = true;
    for (const post of await listQueue(writer)) {
      const form = new FormData();
      for (const [name, value] of post.fields) form.append(name, value);
      const draft = { key: post.key, fields: draftFields(form), version: fromQueueVersion, savedAt: post.at };
      if ((await sendDraft(writer, draft)) === "kept") await takeOutOfQueue(post);
      else whole = false;
    }
    if (whole) await dropHere(`sent:${writer}`);
    await forgetChoices(undefined);
    forgetOthers(undefined);
  } catch {
    // The server's answer has the browser clear what is left.
  }
}

type KeptChoices = { writer: string; choices: unknown };

async function forgetChoices(except: string | undefined): Promise<void> {
  const kept = await findHere<KeptChoices>("choices");
  if (kept && kept.writer !== except) await dropHere("choices");
}

/** What the form offers this person, for when there is no connection. */
export async function keepChoices(writer: string, choices: unknown): Promise<void> {
  await keepHere("choices", { writer, choices } satisfies KeptChoices);
}

export async function findChoices<Choices>(writer: string): Promise<Choices | undefined> {
  const kept = await findHere<KeptChoices>("choices");
  return kept?.writer === writer ? (kept.choices as Choices) : undefined;
}
