import type { Draft } from "./draft.ts";

export type SendOutcome = "kept" | "overtaken" | "too-large" | "not-theirs" | "unreachable";

const outcomes: Record<number, SendOutcome> = { 401: "not-theirs", 409: "not-theirs", 413: "too-large" };

/** Has the server keep a draft. `leaving` lets it arrive though its page is gone. */
export async function sendDraft(writer: string, draft: Draft, leaving = false): Promise<SendOutcome> {
  const { key, insightId, fields, version } = draft;
  const body = new URLSearchParams({ as: writer, key, draft: String(version) });
  if (insightId) body.set("insight", insightId);
  for (const [name, values] of Object.entries(fields)) {
    for (const value of values) body.append(name, value);
  }
  const answer = await ask({ body, keepalive: leaving });
  if (!answer) return "unreachable";
  if (!answer.ok) return outcomes[answer.status] ?? "unreachable";
  const { kept } = (await answer.json()) as { kept: boolean };
  return kept ? "kept" : "overtaken";
}

/** Has the server let a draft go. */
export async function sendDropped(writer: string, key: string): Promise<void> {
  await ask({ body: new URLSearchParams({ as: writer, key, intent: "drop" }) });
}

function ask(init: RequestInit): Promise<Response | undefined> {
  return fetch("/drafts", { method: "POST", redirect: "error", ...init }).catch(() => undefined);
}

/** What the server keeps for whoever is signed in; and which of these keys have been posted under. */
export async function fetchDrafts(keys: readonly string[]): Promise<{ drafts: Draft[]; posted: string[] }> {
  const asked = new URLSearchParams(keys.map((key) => ["key", key]));
  const answer = await fetch(`/drafts?${asked}`, { redirect: "error" });
  if (!answer.ok) throw new Error(`drafts were answered with ${answer.status}`);
  return await answer.json();
}
