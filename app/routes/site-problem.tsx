import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { useRequestContext } from "../http/request-context.tsx";
import { ProblemPage } from "../ui/problem-page.tsx";

type Words = { title: string; text: string; reassurance?: string };

/** Whatever went wrong, in words: what happened, that nothing was lost, what to do. `outside`: no page stands around it. */
export function SiteProblem({ outside }: { outside?: true }): JSX.Element {
  const error = useRouteError();
  const reader = useRouteLoaderData<{ person?: object }>("root")?.person;
  const { reference, problem } = useRequestContext();
  const words = problem === "unavailable" ? unavailable : wordsFor(error);
  const ours = !isRouteErrorResponse(error) || error.status >= 500;
  const told = (
    <ProblemPage
      title={words.title}
      reassurance={words.reassurance}
      reference={ours ? reference || undefined : undefined}
      actions={
        words === signedOut ? (
          <a href="/sign-in" target="_blank" rel="noopener" className="link">
            Sign in in another tab
          </a>
        ) : (
          <>
            <a href="/" className="link">
              Go to this week
            </a>
            <a href="/search" className="link">
              Search
            </a>
          </>
        )
      }
    >
      <p>{words.text}</p>
    </ProblemPage>
  );
  if (reader && !outside) return told;
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-column px-5 py-8">
      <p className="font-serif text-lg font-semibold">Corridor</p>
      {told}
    </main>
  );
}

const unavailable: Words = {
  title: "Corridor is catching its breath",
  text: "The library's data cannot be reached just now. Wait a moment, then load this page again.",
  reassurance: "Everything that was saved is safe.",
};

const faults: Words = {
  title: "Something went wrong here",
  text: "That was our mistake, not yours. Load the page again; if it happens twice, tell whoever runs Corridor.",
  reassurance:
    "Everything that was saved is safe. If you were writing, the back button brings your text back.",
};

const signedOut: Words = {
  title: "You have been signed out",
  text: "Sign in again in another tab. Then come back here, go back one page and send it once more.",
  reassurance: "What you wrote is still in the page before this one.",
};

function wordsFor(error: unknown): Words {
  if (!isRouteErrorResponse(error)) return faults;
  if (error.status === 404) {
    return {
      title: "There is nothing here",
      text: "The address may be mistyped, or what stood here is gone or not shown to you.",
    };
  }
  if (error.status === 401) {
    return signedOut;
  }
  if (error.status === 429) {
    return {
      title: "That was a lot in a short time",
      text: typeof error.data === "string" ? error.data : "Wait a minute, then load this page again.",
      reassurance:
        "To keep Corridor quick for everyone, each of us has to wait now and then. Nothing is lost.",
    };
  }
  if (error.status < 500) {
    const said = typeof error.data === "string" && error.data.length < 300 ? error.data : "";
    return { title: "That could not be done", text: said || "The request was not one Corridor understands." };
  }
  return faults;
}
