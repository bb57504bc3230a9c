import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { SelectField } from "../ui/text-field.tsx";
import type { LookedAfter } from "./list-looked-after.server.ts";

type HandOverFormProps = {
  lookedAfter: readonly LookedAfter[];
  /** Whose they are. */
  handle: string;
  colleagues: readonly { handle: string; name: string; team: string }[];
  problem?: string;
};

/** What somebody looks after, and the one step that passes all of it to a colleague. */
export function HandOverForm({ lookedAfter, handle, colleagues, problem }: HandOverFormProps): JSX.Element {
  const say = useOurWords();
  if (lookedAfter.length === 0) return <p className="text-soft">None.</p>;
  return (
    <div className="grid gap-4">
      <ul className="flex flex-wrap gap-x-4">
        {lookedAfter.map(({ slug, name, part }) => (
          <li key={slug}>
            <Link to={`/departments/${slug}`} className="link inline-block py-0.5">
              {name}
            </Link>
            {part === "co-owner" && <span className="text-sm text-soft"> with others</span>}
          </li>
        ))}
      </ul>
      <Form method="post" className="grid gap-3">
        <ErrorSummary errors={problem ? [{ id: "colleague", message: problem }] : []} />
        <input type="hidden" name="intent" value="hand-over" />
        <SelectField
          name="colleague"
          label={say("Hand all of these departments over to")}
          error={problem}
          className="max-w-md"
          defaultValue=""
        >
          <option value="">Choose a colleague</option>
          {colleagues.map(({ handle, name, team }) => (
            <option key={handle} value={handle}>
              {name}, {team}
            </option>
          ))}
        </SelectField>
        <p className="max-w-measure text-sm text-soft">
          From today. Who looked after each before stays in its history; handing back is done the same way.{" "}
          <Link to={`/settings/handovers?from=${handle}`} className="link">
            Some of them, later, or while they are away
          </Link>
        </p>
        <Button variant="secondary" className="justify-self-start">
          Hand over
        </Button>
      </Form>
    </div>
  );
}
