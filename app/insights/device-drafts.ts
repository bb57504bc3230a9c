import type { Draft } from "./draft.ts";

const prefix = "corridor-draft:";
const nameOf = (writer: string, key = "") => `${prefix}${writer}:${key}`;

/** Keeps a draft in this browser at once, by its writer's id. Storage may be refused or full: the server keeps it too. */
export function keepOnDevice(writer: string, draft: Draft): void {
  try {
    localStorage.setItem(nameOf(writer, draft.key), JSON.stringify(draft));
  } catch {}
}

export function forgetOnDevice(writer: string, key: string): void {
  try {
    localStorage.removeItem(nameOf(writer, key));
  } catch {}
}

/** What this browser keeps of what somebody was writing. */
export function listOnDevice(writer: string): Draft[] {
  return namesOnDevice()
    .filter((name) => name.startsWith(nameOf(writer)))
    .flatMap(read);
}

/** Whether a new insight was begun here by this person. */
export function hasBegunOne(writer: string): boolean {
  const begun = nameOf(writer);
  return namesOnDevice().some((name) => name.startsWith(begun) && !name.startsWith(`${begun}edit:`));
}

/** On a shared computer nobody's words wait for the next: all drafts go but this person's. */
export function forgetOthers(writer: string | undefined): void {
  const own = writer && nameOf(writer);
  for (const name of namesOnDevice()) {
    if (!own || !name.startsWith(own)) localStorage.removeItem(name);
  }
}

function namesOnDevice(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

function read(name: string): Draft[] {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? "") as Draft;
    return typeof draft.key === "string" && draft.fields ? [draft] : [];
  } catch {
    return [];
  }
}
