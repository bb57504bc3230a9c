import { data, redirect } from "@remix-run/node";
import { badRequest, forbidden } from "../http/problems.server.ts";

type Turned =
  | { outcome: "done" | "nonsense" | "not-yours" }
  | { outcome: "refused"; errors: { id: string; message: string }[] };

/** What an import's page answers when one of its buttons was pressed. */
export function answerTurned(turned: Turned, path: string) {
  if (turned.outcome === "refused") return data({ errors: turned.errors }, { status: 400 });
  if (turned.outcome === "not-yours") return forbidden();
  if (turned.outcome === "nonsense") return badRequest("The form did not say what to do.");
  return redirect(path);
}
