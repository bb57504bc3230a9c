import { Link } from "@remix-run/react";
import type { JSX } from "react";

/** Whose name an insight will carry: on a shared computer it may be a colleague's. */
export function PostingAs({ name }: { name: string }): JSX.Element {
  return (
    <p className="text-sm text-soft">
      Posting as {name} ·{" "}
      <Link to="/me" className="underline underline-offset-4">
        not you?
      </Link>
    </p>
  );
}
