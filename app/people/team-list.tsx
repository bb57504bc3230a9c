import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { TeamWithPeople } from "./list-teams-with-people.server.ts";
import { teamNameLength } from "./team.ts";

type TeamListProps = { teams: readonly TeamWithPeople[]; refused?: { id: string; name: string } };

/** Each team with its name to change, and to remove while nothing hangs on it. */
export function TeamList({ teams, refused }: TeamListProps): JSX.Element {
  if (teams.length === 0) {
    return <EmptyState title="No team yet">Add the first below; everybody is in one.</EmptyState>;
  }
  return (
    <ul className="divide-y divide-line">
      {teams.map(({ id, name, people }) => (
        <li key={id} className="py-3">
          <Form method="post" className="flex flex-wrap items-end gap-x-3 gap-y-2">
            <input type="hidden" name="id" value={id} />
            <TextField
              id={`team-${id}`}
              name="name"
              label={`Name of ${name}`}
              hint={people === 1 ? "One person" : `${people} people`}
              key={name}
              defaultValue={refused?.id === id ? refused.name : name}
              maxLength={teamNameLength}
              required
              className="min-w-0 flex-1 basis-56"
            />
            <Button name="intent" value="rename" variant="secondary" className="min-h-11">
              Rename
            </Button>
            {people === 0 && (
              <Button name="intent" value="remove" variant="quiet" className="min-h-11">
                Remove
              </Button>
            )}
          </Form>
        </li>
      ))}
    </ul>
  );
}
