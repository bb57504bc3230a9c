import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useState } from "react";

/** What is told of a form whose answer did not come, or was not one of ours. */
export type Unreached = { unreachable?: true };

export type InPlace<Answer> = {
  /** For the form's `onSubmit`. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** What was sent last. */
  sent: FormData | undefined;
  /** The answer to it, once it has come. */
  answer: Answer | undefined;
};

type Given<Answer> = {
  /** Where the form goes instead of its `action`, to be answered with JSON. */
  to: string;
  /** In place of loading the page's data again, after something was done. */
  onDone?: (answer: Answer) => void;
};

type State<Answer> = { sent?: FormData; pending: boolean; answer?: Answer };

/**
 * Sends a plain POST form without leaving the page, where there is script. Not by Remix's fetcher, which loads the page's
 * data again even after a failure, and puts an error in the page's place when that fails as well: what is typed would go.
 */
export function useInPlace<Answer extends Unreached & { done?: unknown }>({
  to,
  onDone,
}: Given<Answer>): InPlace<Answer> {
  const [state, setState] = useState<State<Answer>>({ pending: false });
  const { revalidate } = useRevalidator();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (state.pending) return;
    const sent = new FormData(event.currentTarget);
    setState({ sent, pending: true });
    void postForm<Answer>(to, sent).then((answer) => {
      setState({ sent, pending: false, answer });
      if (!answer.done) return;
      if (onDone) onDone(answer);
      else revalidate();
    });
  }
  return { submit, pending: state.pending, sent: state.sent, answer: state.answer };
}

/** Sends a form and reads the answer; that none came is an answer too. */
export async function postForm<Answer>(to: string, form: FormData): Promise<Answer> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(to, { method: "POST", body, redirect: "error" });
    return await answer.json();
  } catch {
    return { unreachable: true } as Answer;
  }
}
