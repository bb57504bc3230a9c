import { useRevalidator } from "@remix-run/react";
import type { FormEvent } from "react";
import { postForm } from "../ui/in-place.ts";
import { type TalkAnswer, talkAddress } from "./talk.ts";
import { troubleLook, troubleWords } from "./trouble-words.ts";

/**
 * For `onSubmit` round cards that the server has drawn: a press on "I've heard this too" adds the reader's voice, or
 * takes it back, without leaving the page, whose data is loaded again after it.
 */
export function useVoiceInPlace(): (event: FormEvent) => void {
  const { revalidate } = useRevalidator();
  return (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.voice === undefined) return;
    event.preventDefault();
    void press(form, revalidate);
  };
}

async function press(form: HTMLFormElement, revalidate: () => void): Promise<void> {
  const button = form.querySelector("button");
  if (!button || button.hasAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  form.querySelector("[role=alert]")?.remove();
  const sent = new FormData(form);
  const id = new URL(form.action).pathname.split("/").at(-1) ?? "";
  const answer = await postForm<TalkAnswer>(talkAddress(id), sent);
  button.removeAttribute("aria-disabled");
  if (answer.done) {
    const added = answer.done.intent === "corroborate";
    say(form, added ? "Your voice is added." : "Your voice is taken back.");
    revalidate();
    return;
  }
  const trouble = document.createElement("p");
  trouble.setAttribute("role", "alert");
  trouble.className = troubleLook;
  trouble.textContent = troubleWords(answer) ?? "";
  form.append(trouble);
}

function say(form: HTMLFormElement, words: string): void {
  const region = form.querySelector("[role=status]");
  if (region) region.textContent = words;
}
