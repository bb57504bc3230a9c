import { forgetOnDevice } from "./device-drafts.ts";
import { putIntoQueue } from "./post-queue.ts";

/**
 * Keeps a form that could not be sent on this device, to be sent later. False when it cannot be kept: something in it is
 * missing, it brings files, or the browser keeps nothing.
 */
export async function queueForm(form: FormData): Promise<boolean> {
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) return false;
  }
  const [writer, key] = [String(form.get("as") ?? ""), String(form.get("key") ?? "")];
  const filled = ["body", "departments", "channel"].every((name) => String(form.get(name) ?? "").trim());
  if (!writer || !key || !filled) return false;
  try {
    await putIntoQueue({ writer, key, fields, at: new Date().toISOString() });
  } catch {
    return false;
  }
  forgetOnDevice(writer, key);
  void askForSync().catch(() => {});
  return true;
}

type Syncing = ServiceWorkerRegistration & { sync?: { register(name: string): Promise<void> } };

/** Where the browser can, it sends though the page is closed meanwhile; elsewhere the next page does. */
async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as Syncing | undefined;
  await registration?.sync?.register("corridor-queue");
}
