import { useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";

/** The field that tells an action to answer with data, as the page stays; without script it is not sent. */
export const inPlaceField = "here";

export type InPlace<Answer> = {
  /** For the form's `onSubmit`. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** What is on its way. */
  sent: FormData | undefined;
  /** The last answer that came. */
  answer: Answer | undefined;
};

/** Sends a plain POST form without leaving the page, where there is script. Forms of one `key` share what they are told. */
export function useInPlace<Answer>({ key }: { key?: string } = {}): InPlace<Answer> {
  const fetcher = useFetcher<Answer>({ key });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (fetcher.state !== "idle") return;
    const form = new FormData(event.currentTarget);
    form.set(inPlaceField, "yes");
    fetcher.submit(form, { method: "post", action: event.currentTarget.getAttribute("action") ?? "" });
  }
  return {
    submit,
    pending: fetcher.state !== "idle",
    sent: fetcher.formData,
    answer: fetcher.data as Answer | undefined,
  };
}
