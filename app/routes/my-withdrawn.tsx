import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Undo2 from "lucide-react/icons/undo-2";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { InsightCard } from "../insights/insight-card.tsx";
import { listWithdrawn } from "../insights/list-own-insights.server.ts";
import { restoreDays } from "../insights/policy.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "What I withdrew · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return { cards: await listWithdrawn(person), days: restoreDays };
}

export default function MyWithdrawn(): JSX.Element {
  const { cards, days } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="What I withdrew"
        lead={`Only you see these. Each can be brought back for ${days} days.`}
      />
      {cards.length === 0 && (
        <EmptyState icon={Undo2} title="You have withdrawn nothing lately">
          What you withdraw stands here, in case you want it back.
        </EmptyState>
      )}
      <div className="divide-y divide-line">
        {cards.map((card) => (
          <InsightCard
            key={card.id}
            insight={card}
            actions={
              <ButtonLink to={`/insights/${card.id}`} variant="secondary" size="small">
                Open, to bring it back
              </ButtonLink>
            }
          />
        ))}
      </div>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
