import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { keepDraft } from "./kept-draft.ts";
import { fieldValues, sentDraft } from "./sent-draft.ts";

type Somebody = { id: string; name: string };
type Answer = { person?: Somebody; problem?: string };

const offline =
  "This device is offline. What you wrote stays in the form: sign in when you are connected again, and it is saved";
const unreachable =
  "Corridor could not be reached. What you wrote stays in the form: wait a moment and try again";

/**
 * Signing in again over the form that was being written in: whoever wrote it has it sent at once; somebody else is asked
 * whether it is theirs. `somebody` is who is signed in already.
 */
export function SignInAgain({ somebody }: { somebody?: Somebody }): JSX.Element {
  const place = useRef<HTMLSpanElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [other, setOther] = useState(somebody);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);

  async function signIn(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // React would tell the form around this dialog too.
    event.stopPropagation();
    if (pending) return;
    setPending(true);
    const answer = await send(new FormData(event.currentTarget));
    setPending(false);
    setProblem(answer.problem);
    const form = place.current?.closest("form");
    if (!answer.person || !form) return;
    if (answer.person.id !== new FormData(form).get("as")) return setOther(answer.person);
    dialog.current?.close();
    form.requestSubmit();
  }
  function takeOver(): void {
    const form = place.current?.closest("form");
    if (form) keepDraft(fieldValues(sentDraft(new FormData(form))));
    window.location.reload();
  }
  const title = other ? `${other.name} is signed in now` : "Sign in again to save it";
  return (
    <span ref={place} hidden>
      {createPortal(
        <dialog
          ref={dialog}
          aria-labelledby="sign-in-again"
          className="m-auto w-full max-w-md rounded-lg border border-line bg-surface p-5 text-ink backdrop:bg-paper"
        >
          <h2 id="sign-in-again" className="mb-4 text-lg font-medium">
            {title}
          </h2>
          {other ? (
            <div className="grid gap-4">
              <p>What stands in the form was written by somebody else, and is not posted.</p>
              <Button type="button" onClick={takeOver}>
                It is mine: go on as {other.name}
              </Button>
              <Button type="button" variant="secondary" onClick={() => window.location.assign("/")}>
                Leave it
              </Button>
            </div>
          ) : (
            <form onSubmit={signIn} className="grid gap-4">
              <p>
                You have been signed out. What you wrote stays where it is, and is saved once you are back.
              </p>
              <TextField
                name="email"
                id="again-email"
                type="email"
                label="E-mail address"
                autoComplete="username"
                error={problem}
                maxLength={254}
                required
              />
              <TextField
                name="password"
                id="again-password"
                type="password"
                label="Password"
                autoComplete="current-password"
                maxLength={500}
                required
              />
              <Button pending={pending} pendingLabel="Signing in…">
                Sign in and save
              </Button>
              <Button type="button" variant="quiet" onClick={() => dialog.current?.close()}>
                Not now
              </Button>
            </form>
          )}
        </dialog>,
        document.body,
      )}
    </span>
  );
}

async function send(form: FormData): Promise<Answer> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch("/sign-in/again", { method: "POST", body, redirect: "error" });
    return (await answer.json()) as Answer;
  } catch {
    return { problem: navigator.onLine ? unreachable : offline };
  }
}
