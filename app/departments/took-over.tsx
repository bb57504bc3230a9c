import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { OnDay } from "../ui/time-ago.tsx";
import { type Handover, handoverSteps, readSoFar } from "./handover.ts";
import { takenOverWords } from "./reading-order.tsx";

type TookOverProps = { slug: string; handover: Handover | null; today: string };

/** On a department's page: how its new liaison came by it and how far they have read; nothing once all is read. */
export function TookOver({ slug, handover, today }: TookOverProps): JSX.Element | null {
  if (!handover || handover.read.length >= handoverSteps.length) return null;
  return (
    <p className="mb-6">
      {takenOverWords(handover)} <OnDay day={handover.startsOn} today={today} />
      {": "}
      <Link to={`/departments/${slug}/handover`} className="link inline-block py-0.5">
        {readSoFar(handover)}
      </Link>
    </p>
  );
}
