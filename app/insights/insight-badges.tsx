import Lock from "lucide-react/icons/lock";
import Users from "lucide-react/icons/users";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { insightKindNames } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { QuestionBadge } from "./question-badge.tsx";

type InsightBadgesProps = { insight: Pick<InsightCardData, "kind" | "basis" | "visibility" | "answered"> };

/** What is out of the ordinary about an insight, in a word each. */
export function InsightBadges({
  insight: { kind, basis, visibility, answered },
}: InsightBadgesProps): JSX.Element {
  return (
    <>
      {kind === "question" && <QuestionBadge answered={answered} />}
      {kind !== "observation" && kind !== "question" && (
        <Badge tone={kind === "win" ? "accent" : "plain"}>{insightKindNames[kind]}</Badge>
      )}
      {basis !== "reported" && <Badge>{basis === "fact" ? "Fact" : "Opinion"}</Badge>}
      {visibility !== "staff" && (
        <Badge tone="signal" icon={visibility === "team" ? Users : Lock}>
          {visibility === "team" ? "My team only" : "Only me"}
        </Badge>
      )}
    </>
  );
}
