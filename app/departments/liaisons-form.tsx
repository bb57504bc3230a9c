import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { exactDate } from "../ui/dates.ts";
import { SelectField } from "../ui/text-field.tsx";
import type { DepartmentProfile } from "./find-department.server.ts";
import type { TakenOff } from "./list-taken-off.server.ts";

type LiaisonsFormProps = {
  slug: string;
  liaisons: DepartmentProfile["liaisons"];
  /** Who might be added: liaisons and editors who are none of its liaisons. */
  others: readonly { handle: string; name: string }[];
  takenOff: readonly TakenOff[];
  problem?: string;
};

/** Who looks after a department, each to be taken off and put back, and one to be added. */
export function LiaisonsForm({ slug, liaisons, others, takenOff, problem }: LiaisonsFormProps): JSX.Element {
  const say = useOurWords();
  return (
    <div className="grid gap-4">
      {liaisons.length === 0 ? (
        <p className="text-soft">{say("Nobody looks after this department.")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {liaisons.map(({ handle, name, jobTitle, part, since }) => (
            <li key={handle} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <div>
                <Link to={`/people/${handle}`} className="link inline-block py-0.5">
                  {name}
                </Link>
                <p className="text-sm text-soft">
                  {jobTitle}
                  {jobTitle && ", "}
                  {part === "co-owner" ? "shares it" : "its owner"} since {exactDate(since)}
                </p>
              </div>
              <One intent="take-off" handle={handle} words="Take off" name={name} />
            </li>
          ))}
        </ul>
      )}
      {takenOff.length > 0 && (
        <ul className="grid gap-1 text-sm text-soft">
          {takenOff.map(({ handle, name, until }) => (
            <li key={handle} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>
                {name}, until {exactDate(until)}
              </span>
              <One intent="put-back" handle={handle} words="Put back" name={name} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="flex max-w-measure flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="add-liaison" />
        <SelectField
          name="liaison"
          id="liaisons-liaison"
          label="Add a liaison"
          error={problem}
          defaultValue=""
          className="min-w-0 flex-1 basis-56"
        >
          <option value="">Choose a colleague</option>
          {others.map(({ handle, name }) => (
            <option key={handle} value={handle}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button variant="secondary" className="min-h-11">
          Add
        </Button>
      </form>
      <p className="max-w-measure text-sm text-soft">
        The first is its owner, others share it; all of them may keep its page.{" "}
        <Link to={`/settings/handovers?department=${slug}`} className="link">
          Hand it over instead
        </Link>
        , for good or for a while.
      </p>
    </div>
  );
}

type OneProps = { intent: string; handle: string; words: string; name: string };

function One({ intent, handle, words, name }: OneProps): JSX.Element {
  return (
    <form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="liaison" value={handle} />
      <Button variant="secondary" size="small">
        {words}
        <span className="sr-only">: {name}</span>
      </Button>
    </form>
  );
}
