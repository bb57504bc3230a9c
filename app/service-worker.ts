import { sendQueues } from "./insights/send-queue.ts";

// Put in by the build: this version's name, and the files without which there is no page while offline.
declare const CORRIDOR_VERSION: string;
declare const CORRIDOR_FILES: string[];

type Waiting = { waitUntil(work: Promise<unknown>): void };
type Asking = Waiting & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(name: "install" | "activate" | "sync", listener: (event: Waiting) => void): void;
  addEventListener(name: "fetch", listener: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const worker = self as unknown as Worker;
const cacheName = `corridor-${CORRIDOR_VERSION}`;
const offlinePage = "/offline";

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([offlinePage, ...CORRIDOR_FILES]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

// Nothing that shows what somebody may read is ever kept: pages and data come from the server or not at all.
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(fetch(request).catch(() => kept(offlinePage)));
    return;
  }
  const { origin, pathname } = new URL(request.url);
  if (origin === self.location.origin && CORRIDOR_FILES.includes(pathname)) {
    event.respondWith(kept(pathname).then((answer) => (answer.ok ? answer : fetch(request))));
  }
});

worker.addEventListener("sync", (event) => {
  event.waitUntil(
    sendQueues().then((reached) => {
      // The browser tries again later by itself.
      if (!reached) throw new Error("the server was not reached");
    }),
  );
});

async function kept(path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? Response.error();
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}
