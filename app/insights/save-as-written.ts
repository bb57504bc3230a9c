import { forgetOnDevice, keepOnDevice } from "./device-drafts.ts";
import { type Draft, draftFields, isWorthKeeping } from "./draft.ts";
import { fetchDrafts, sendDraft, sendDropped } from "./send-draft.ts";

const pauseMs = 1_000;
const longestMs = 10_000;

type Writing = {
  form: HTMLFormElement;
  writer: string;
  key: string;
  insightId?: string;
  /** How often it was saved before it stood in this form. */
  version: number;
  /** The form holds something already that is not kept yet. */
  isNew: boolean;
};

/**
 * Keeps what stands in a form as it is written: on the device at once, on the server after a pause, or every ten seconds
 * of writing on. Returns how to end it.
 */
export function saveAsWritten({ form, writer, key, insightId, isNew, ...from }: Writing): () => void {
  let { version } = from;
  let known = isNew ? "" : written(form);
  let draft: Draft | undefined;
  let unsentSince = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let given = false;
  let kept = version > 0;

  function look(): void {
    const now = written(form);
    if (now === known || !form.isConnected) return;
    known = now;
    version += 1;
    const savedAt = new Date().toISOString();
    draft = { key, insightId, fields: draftFields(new FormData(form)), version, savedAt };
    if (isWorthKeeping(draft.fields)) keepOnDevice(writer, draft);
    else forgetOnDevice(writer, key);
    unsentSince ||= Date.now();
    later(Math.min(pauseMs, Math.max(0, unsentSince + longestMs - Date.now())));
  }

  function later(ms: number): void {
    clearTimeout(timer);
    if (!given) timer = setTimeout(send, ms);
  }

  async function send(leaving = false): Promise<void> {
    const now = draft;
    if (!now || given || (sending && !leaving)) return;
    draft = undefined;
    unsentSince = 0;
    if (!isWorthKeeping(now.fields)) {
      if (kept) await sendDropped(writer, key);
      kept = false;
      return;
    }
    sending = true;
    const outcome = await sendDraft(writer, now, leaving);
    sending = false;
    if (outcome === "kept") kept = true;
    // Somebody else's session: what is theirs stays on the device until they are back.
    if (outcome === "not-theirs") given = true;
    if (outcome === "overtaken") await catchUp();
    if (outcome === "unreachable") draft ??= now;
    if (draft) later(outcome === "unreachable" ? longestMs : pauseMs);
  }

  /** Written on on another device meanwhile: what is typed next is the newest there is. */
  async function catchUp(): Promise<void> {
    const theirs = await fetchDrafts([]).catch(() => undefined);
    const newer = theirs?.drafts.find((one) => one.key === key);
    if (newer) version = Math.max(version, newer.version);
    else given = theirs !== undefined;
  }

  const onChange = () => void setTimeout(look);
  const onLeaving = () => {
    look();
    clearTimeout(timer);
    if (document.visibilityState === "hidden") void send(true);
  };
  const onSubmit = () => {
    look();
    clearTimeout(timer);
  };
  const onOnline = () => draft && later(0);
  const watched = new MutationObserver(onChange);
  watched.observe(form, { subtree: true, childList: true, attributeFilter: ["value"] });
  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  form.addEventListener("submit", onSubmit);
  document.addEventListener("visibilitychange", onLeaving);
  window.addEventListener("pagehide", onLeaving);
  window.addEventListener("online", onOnline);
  look();

  return () => {
    clearTimeout(timer);
    given = true;
    watched.disconnect();
    form.removeEventListener("input", onChange);
    form.removeEventListener("change", onChange);
    form.removeEventListener("submit", onSubmit);
    document.removeEventListener("visibilitychange", onLeaving);
    window.removeEventListener("pagehide", onLeaving);
    window.removeEventListener("online", onOnline);
  };
}

function written(form: HTMLFormElement): string {
  return JSON.stringify(draftFields(new FormData(form)));
}
