import type { JSX, ReactNode } from "react";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import type { FoldedPart } from "./folded-parts.ts";
import { IssueSection } from "./issue-section.server.tsx";

type DrawnPartProps = {
  part: FoldedPart;
  draw: (cards: readonly InsightCardData[]) => ReactNode;
  isNew?: (card: InsightCardData) => boolean;
};

/** A part of an issue: its first cards, and the others folded under how many they are. */
export function DrawnPart({ part, draw, isNew = () => false }: DrawnPartProps): JSX.Element {
  const { open, cards, ...section } = part;
  const [first, rest] = [cards.slice(0, open), cards.slice(open)];
  const fresh = rest.filter(isNew).length;
  if (open === 0)
    return (
      <FoldedSection {...section} count={cards.length} fresh={fresh}>
        {draw(cards)}
      </FoldedSection>
    );
  return (
    <IssueSection {...section} notOnPaper={part.id === "mine"}>
      {draw(first)}
      {rest.length > 0 && (
        <details className="fold mt-4">
          <summary className="fold-line text-accent print:hidden">
            <span>{`${rest.length} more`}</span>
            <New count={fresh} />
          </summary>
          <div className="mt-3">{draw(rest)}</div>
        </details>
      )}
    </IssueSection>
  );
}

type FoldedSectionProps = {
  id: string;
  title: string;
  lead?: string;
  count: number;
  fresh: number;
  children: ReactNode;
};

/** Whoever follows a link to it, or to a card in it, finds it open: what is named stands inside. */
function FoldedSection({ id, title, lead, count, fresh, children }: FoldedSectionProps): JSX.Element {
  const say = useOurWords();
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="border-b border-line first:border-t [section:not(:has(>.fold))+&]:mt-12 print:border-0"
    >
      <details className="fold">
        <summary className="fold-line">
          <h2 id={`${id}-title`} className="min-w-0 flex-1 font-serif text-lg">
            {title}
          </h2>
          <New count={fresh} />
          <span className="text-soft figures">
            {count}
            <span className="sr-only">{count === 1 ? " insight" : " insights"}</span>
          </span>
        </summary>
        <div id={id} className="scroll-mt-28 pt-2 pb-6">
          {lead && <p className="mb-4 max-w-measure text-soft print:hidden">{say(lead)}</p>}
          {children}
        </div>
      </details>
    </section>
  );
}

function New({ count }: { count: number }): JSX.Element | null {
  return count > 0 ? <span className="text-sm font-semibold text-accent">{`${count} new`}</span> : null;
}
