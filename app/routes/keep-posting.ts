import type { ClientActionFunctionArgs } from "@remix-run/react";
import { keepWriting } from "./keep-writing.ts";

/**
 * As `keepWriting`, for a new insight: without a connection it is kept on the device and sent when there is one again.
 * A lost answer may mean that it was saved; the key in the form sees to it that it is saved once.
 */
export function keepPosting(args: ClientActionFunctionArgs): Promise<unknown> {
  return keepWriting(args, async (form) => {
    const { queueForm } = await import("../insights/queue-form.ts");
    return (await queueForm(form)) ? { queued: String(form.get("key")) } : undefined;
  });
}
