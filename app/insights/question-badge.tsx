import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-help";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";

/** Where a question stands, in two words. */
export function QuestionBadge({ answered }: { answered: boolean }): JSX.Element {
  return answered ? (
    <Badge icon={CircleCheck}>Answered</Badge>
  ) : (
    <Badge tone="accent" icon={CircleHelp}>
      Open question
    </Badge>
  );
}
