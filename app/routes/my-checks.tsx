import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import Hourglass from "lucide-react/icons/hourglass";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { InsightCard } from "../insights/insight-card.tsx";
import { listDueForCheck } from "../insights/list-own-insights.server.ts";
import { StillTrueForm } from "../insights/still-true-form.tsx";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Is it still true? · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { timeZone } = await findLibrarySettings();
  return { cards: await listDueForCheck(person, dayIn(timeZone, new Date())) };
}

export default function MyChecks(): JSX.Element {
  const { cards } = useLoaderData<typeof loader>();
  const say = useOurWords();
  return (
    <Column>
      <PageHeader
        title="Is it still true?"
        lead={
          <>
            {say("Insights of yours, and about departments you look after, that have come of age.")} The
            longest due first. Websites it is your turn to look at are in{" "}
            <Link to="/checks" className="link">
              Where to look
            </Link>
            .
          </>
        }
      />
      {cards.length === 0 && (
        <EmptyState icon={Hourglass} title="Nothing is due a check">
          When an insight has come of age, you are asked here whether it still holds.
        </EmptyState>
      )}
      <div className="divide-y divide-line">
        {cards.map((card) => (
          <InsightCard
            key={card.id}
            insight={card}
            actions={
              <>
                <StillTrueForm id={card.id} due />
                <ButtonLink to={`/insights/${card.id}/replace`} variant="secondary" size="small">
                  Post what is true now
                </ButtonLink>
                <ButtonLink to={`/insights/${card.id}#still-true`} variant="quiet" size="small">
                  More
                </ButtonLink>
              </>
            }
          />
        ))}
      </div>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
