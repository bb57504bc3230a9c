import { findHere } from "./insights/device-store.ts";
import { newFormKey } from "./insights/new-form-key.ts";
import { listQueue } from "./insights/post-queue.ts";
import { queueForm } from "./insights/queue-form.ts";

type Option = { slug: string; name: string };
type Kept = {
  writer: string;
  choices: {
    postingAs: string;
    lastChannel?: string;
    choices: { departments: Option[]; channels: Option[]; departmentWord: { one: string } };
  };
};

const form = document.querySelector("form");
const news = document.querySelector("#news");
const field = (name: string) => form?.elements.namedItem(name) as HTMLSelectElement;

const lookMs = 5_000;

/** The page that stands in for every other while there is no connection: it takes insights and keeps them. */
async function begin(): Promise<void> {
  window.addEventListener("online", () => void comeBack());
  setInterval(() => void comeBack(), lookMs);
  const kept = await findHere<Kept>("choices");
  if (!form || !kept) return;
  const { postingAs, lastChannel, choices } = kept.choices;
  offer(field("departments"), choices.departments);
  document.querySelector("#departments-label")?.replaceChildren(choices.departmentWord.one);
  offer(field("channel"), choices.channels);
  field("channel").value = lastChannel ?? "";
  field("as").value = kept.writer;
  field("key").value = newFormKey();
  document.querySelector("#writer")?.append(postingAs);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void keep(kept.writer);
  });
}

/**
 * The page that was asked for, once the server answers: browsers say so a moment too early, or of a network that leads
 * nowhere. What is half written stays, and is said to be sent once it is kept.
 */
async function comeBack(): Promise<void> {
  const answer = await fetch("/health", { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return;
  if (!form?.hidden && field("body").value.trim() !== "") {
    if (news) news.textContent = "You are connected again. Keep what you wrote, and it is sent.";
  } else window.location.reload();
}

async function keep(writer: string): Promise<void> {
  if (!form || !news) return;
  if (!(await queueForm(new FormData(form)))) {
    news.textContent = "Not kept: write what you heard, choose whom it is about and how it was heard.";
    return;
  }
  field("body").value = "";
  field("key").value = newFormKey();
  const { length } = await listQueue(writer);
  const many = length === 1 ? "1 insight is" : `${length} insights are`;
  news.textContent = `Kept on this device. ${many} waiting, and will be sent when you are connected again.`;
  void comeBack();
}

function offer(list: HTMLSelectElement, options: readonly Option[]): void {
  list.append(...options.map(({ slug, name }) => new Option(name, slug)));
}

void begin();
