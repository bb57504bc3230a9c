import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { OnDay } from "../ui/time-ago.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { type Handover, readSoFar } from "./handover.ts";

type HandoverListProps = { handovers: readonly Handover[]; today: string };

const groups = [
  ["Planned", ({ state }: Handover) => state === "planned"],
  ["While somebody is away", ({ state, endsOn }: Handover) => state === "running" && endsOn !== null],
  ["Handed over for good lately", ({ state, endsOn }: Handover) => state === "running" && endsOn === null],
] as const;

/** What is on its way and what goes on, each with how far it is read and the way to take it back. */
export function HandoverList({ handovers, today }: HandoverListProps): JSX.Element {
  if (handovers.length === 0) {
    return (
      <EmptyState title="Nothing is handed over">
        What is planned, and who stands in for whom, will stand here.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-6">
      {groups.map(([title, isIn]) => {
        const these = handovers.filter(isIn);
        if (these.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <h3 className="font-semibold">{title}</h3>
            <ul className="divide-y divide-line">
              {these.map((handover) => (
                <Item key={handover.id} handover={handover} today={today} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Item({ handover, today }: { handover: Handover; today: string }): JSX.Element {
  const { id, department, from, to, startsOn, endsOn, state, orderedBy } = handover;
  const undo = state === "planned" ? "Call off" : endsOn ? "Give back now" : "Undo";
  return (
    <li className="row py-3">
      <p className="min-w-0">
        <Link
          to={`/departments/${department.slug}/handover`}
          className="link inline-block py-0.5 font-medium"
        >
          {department.name}
        </Link>
        <span className="block">
          from {from.name} to {to.name}
        </span>
        <span className="block text-sm text-soft">
          {state === "planned" ? "from" : "since"} <OnDay day={startsOn} today={today} />
          {endsOn && (
            <>
              , back on <OnDay day={endsOn} today={today} />
            </>
          )}
          , ordered by {orderedBy}; {readSoFar(handover)}
        </span>
      </p>
      <form method="post">
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="handover" value={id} />
        <Button variant="secondary" size="small" className="whitespace-nowrap">
          {undo}
          <VisuallyHidden>
            : {department.name}, {from.name} to {to.name}
          </VisuallyHidden>
        </Button>
      </form>
    </li>
  );
}
