import { useNavigate } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { keepOnDevice } from "./device-drafts.ts";
import { draftFields, fromQueueVersion } from "./draft.ts";
import { takeOutOfQueue } from "./post-queue.ts";
import { excerptOf, type QueuedPost } from "./queued-post.ts";
import type { Holdup } from "./send-queue.ts";
import { useQueue } from "./use-queue.ts";

/** What is kept on this device to be sent, and what has been sent since; nothing where there is neither. */
export function OnDevice({ writer }: { writer: string }): JSX.Element {
  const { queue, sent, holdup, sendNow, forgetSent } = useQueue(writer);
  const navigate = useNavigate();

  async function openInForm(post: QueuedPost): Promise<void> {
    const form = new FormData();
    for (const [name, value] of post.fields) form.append(name, value);
    const { key, at } = post;
    keepOnDevice(writer, { key, fields: draftFields(form), version: fromQueueVersion, savedAt: at });
    await takeOutOfQueue(post);
    navigate(`/insights/new?draft=${key}`);
  }
  return (
    <div role="status" data-device="" className="max-w-column empty:hidden print:hidden">
      {(queue.length > 0 || sent.length > 0) && (
        <section aria-label="On this device" className="mb-6 rounded-lg border border-line bg-surface p-4">
          {queue.length > 0 && (
            <>
              <p className="font-medium">{howMany(queue.length)} kept on this device</p>
              <p className="text-soft">{whatHolds(holdup, queue)}</p>
              <Disclosure summary="What is kept">
                <QueueList queue={queue} onOpen={openInForm} />
              </Disclosure>
              <Button type="button" variant="secondary" size="small" onClick={sendNow}>
                Send now
              </Button>
            </>
          )}
          {sent.length > 0 && (
            <>
              <p className="font-medium">{howMany(sent.length)} sent</p>
              <ul className="grid gap-1">
                {sent.map(({ id, excerpt }) => (
                  <li key={id}>
                    <a href={`/insights/${id}`} className="link inline-block py-1">
                      {excerpt}
                    </a>
                  </li>
                ))}
              </ul>
              <Button type="button" variant="quiet" size="small" onClick={forgetSent}>
                Put this list away
              </Button>
            </>
          )}
        </section>
      )}
    </div>
  );
}

type QueueListProps = { queue: readonly QueuedPost[]; onOpen(post: QueuedPost): void };

function QueueList({ queue, onOpen }: QueueListProps): JSX.Element {
  return (
    <ul className="grid gap-3">
      {queue.map((post) => (
        <li key={post.key} className="grid justify-items-start gap-1">
          <span>{excerptOf(post)}</span>
          {post.refused && <span className="text-sm text-danger">Not saved: {post.refused}.</span>}
          {post.postedBefore && (
            <a href={`/insights/${post.postedBefore}/edit`} className="link inline-block py-1">
              Open what was posted
            </a>
          )}
          {post.refused && (
            <Button type="button" variant="secondary" size="small" onClick={() => onOpen(post)}>
              Open in the form
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function howMany(number: number): string {
  return number === 1 ? "1 insight" : `${number} insights`;
}

function whatHolds(holdup: Holdup, queue: readonly QueuedPost[]): string {
  if (holdup === "signed-out") return "You have been signed out. Sign in again and it is sent.";
  if (holdup === "somebody-else") return "Somebody else is signed in. It is sent when you are.";
  if (queue.every(({ refused }) => refused))
    return "Corridor could not save it as it is. Open it in the form.";
  return "It will be sent when you are connected again.";
}
