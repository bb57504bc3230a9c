import { Link, useLocation } from "@remix-run/react";
import type { JSX } from "react";
import { keepDraft } from "./kept-draft.ts";
import { fieldValues, sentDraft } from "./sent-draft.ts";

/** Whose name an insight will carry: on a shared computer it may be a colleague's, who can be changed for oneself. */
export function PostingAs({ name }: { name: string }): JSX.Element {
  const { pathname, search } = useLocation();
  return (
    <p className="text-sm text-soft">
      Posting as {name} ·{" "}
      <Link
        to={`/sign-in?switch=1&to=${encodeURIComponent(pathname + search)}`}
        onClick={({ currentTarget }) => {
          const form = currentTarget.closest("form");
          if (form) keepWhatStandsIn(form);
        }}
        className="underline underline-offset-4 pointer-coarse:inline-block pointer-coarse:py-3"
      >
        not you?
      </Link>
    </p>
  );
}

function keepWhatStandsIn(form: HTMLFormElement): void {
  const values = fieldValues(sentDraft(new FormData(form)));
  if (values.body?.trim() || values.departments.length > 0) keepDraft(values);
}
