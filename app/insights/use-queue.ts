import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetOthers } from "./device-drafts.ts";
import { lookAfterDevice } from "./look-after-device.ts";
import { forgetSent, listQueue, listSent, watchQueue } from "./post-queue.ts";
import type { QueuedPost, SentPost } from "./queued-post.ts";
import { type Holdup, sendQueue } from "./send-queue.ts";

const tryAgainMs = 30_000;

type Queue = {
  queue: QueuedPost[];
  sent: SentPost[];
  holdup: Holdup;
  sendNow(): void;
  forgetSent(): void;
};

/** This person's queue on this device: shown as it is, and sent whenever there may be a connection. */
export function useQueue(writer: string): Queue {
  const [shown, setShown] = useState<Pick<Queue, "queue" | "sent">>({ queue: [], sent: [] });
  const [holdup, setHoldup] = useState<Holdup>();
  const { revalidate } = useRevalidator();
  const known = useRef(0);

  const look = useCallback(async () => {
    const [queue, sent] = await Promise.all([listQueue(writer), listSent(writer)]);
    setShown({ queue, sent });
    return { queue, sent };
  }, [writer]);
  const send = useCallback(async () => {
    const before = await look();
    known.current = before.sent.length;
    if (!before.queue.some(({ refused }) => !refused)) return;
    setHoldup(await sendQueue(writer));
    const { sent } = await look();
    if (sent.length > known.current) revalidate();
  }, [writer, look, revalidate]);

  useEffect(() => {
    forgetOthers(writer);
    const trying = () => void send().catch(() => {});
    const visible = () => document.visibilityState === "visible" && trying();
    const timer = setInterval(() => navigator.onLine && visible(), tryAgainMs);
    // What has just come in may only have lost its answer.
    const unwatch = watchQueue(() => void (navigator.onLine ? send : look)().catch(() => {}));
    const stop = lookAfterDevice(writer);
    window.addEventListener("online", trying);
    document.addEventListener("visibilitychange", visible);
    trying();
    return () => {
      clearInterval(timer);
      unwatch();
      stop();
      window.removeEventListener("online", trying);
      document.removeEventListener("visibilitychange", visible);
    };
  }, [writer, send, look]);

  return { ...shown, holdup, sendNow: () => void send(), forgetSent: () => void forgetSent(writer) };
}
