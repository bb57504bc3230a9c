import { Form } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { OnDay } from "../ui/time-ago.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { type Handover, handoverStepNames, handoverSteps, readSoFar } from "./handover.ts";

type ReadingOrderProps = { handover: Handover; today: string };

/** What a new liaison reads first and next, each leading there and marked once it is read. */
export function ReadingOrder({ handover, today }: ReadingOrderProps): JSX.Element {
  const next = handoverSteps.find((step) => !handover.read.includes(step));
  return (
    <section
      aria-labelledby="reading-order"
      className="mb-10 rounded-lg border border-line bg-surface p-5 print:hidden"
    >
      <h2 id="reading-order" className="text-xl font-semibold">
        In this order
      </h2>
      <p className="mt-1 max-w-measure text-soft" role="status">
        {takenOverWords(handover)} <OnDay day={handover.startsOn} today={today} />
        {handover.endsOn && (
          <>
            {" until "}
            <OnDay day={handover.endsOn} today={today} />
          </>
        )}
        : {readSoFar(handover)}.
      </p>
      <ol className="mt-3 divide-y divide-line">
        {handoverSteps.map((step) => {
          const { title, why } = handoverStepNames[step];
          const isRead = handover.read.includes(step);
          return (
            <li key={step} className="row py-2">
              <span>
                <a
                  href={`#${step}`}
                  className={`link inline-block py-1 pointer-coarse:py-2.5 ${step === next ? "font-semibold" : ""}`}
                >
                  {title}
                </a>
                <span className="block text-sm text-soft">{why}</span>
              </span>
              <Form method="post" preventScrollReset className="flex items-center gap-3">
                {isRead && (
                  <span className="inline-flex items-center gap-1 text-sm text-soft">
                    <Icon of={Check} className="size-4 text-accent" /> Read
                  </span>
                )}
                <input type="hidden" name="intent" value={isRead ? "unread" : "read"} />
                <input type="hidden" name="step" value={step} />
                <Button variant={isRead ? "quiet" : "secondary"} size="small" className="whitespace-nowrap">
                  {isRead ? "Not yet after all" : "I have read it"}
                  <VisuallyHidden>: {title}</VisuallyHidden>
                </Button>
              </Form>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** How somebody has a department, or is to have it, up to the day. */
export function takenOverWords({ state, from, endsOn }: Handover): string {
  if (state === "planned")
    return endsOn ? `You stand in for ${from.name} from` : `You take this over from ${from.name} on`;
  return endsOn ? `You stand in for ${from.name} since` : `You took this over from ${from.name} on`;
}
