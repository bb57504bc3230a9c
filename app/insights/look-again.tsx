import Eye from "lucide-react/icons/eye";
import type { JSX, ReactNode } from "react";
import type { PrivacyNudge } from "../text/privacy-nudge.ts";
import { Icon } from "../ui/icon.tsx";
import type { Visibility } from "./insight.ts";

const whoReads: Record<Visibility, string> = {
  staff: "All staff will see this, and it is kept.",
  team: "Your whole team will see this, and it is kept.",
  me: "Only you see this now, and it is kept.",
};

/** Why a text may be worth a second look, in words that accuse nobody. */
function whyLookAgain({ why, found, word }: PrivacyNudge): string {
  if (why === "contact") return `“${found}” is a way to reach a person.`;
  if (why === "judgement") return `“${found}” is named here, with “${word}”.`;
  return `“${found}” is named here, with “${word}”, which is theirs to tell.`;
}

type LookAgainProps = {
  nudge: PrivacyNudge;
  visibility: Visibility;
  className?: string;
  children?: ReactNode;
};

/** A note beside a text that names somebody: it stops nothing. */
export function LookAgain({ nudge, visibility, className, children }: LookAgainProps): JSX.Element {
  return (
    <div className={`flex gap-3 rounded-md border border-signal bg-signal-soft px-4 py-3 ${className ?? ""}`}>
      <Icon of={Eye} className="size-5 lower text-signal" />
      <div className="grid min-w-0 gap-2">
        <p className="max-w-measure">
          <span className="font-medium">You may want to look at this again.</span> {whyLookAgain(nudge)}{" "}
          {whoReads[visibility]}{" "}
          {nudge.why === "contact" ? "It may be better left out." : "Would the role do instead of the name?"}
        </p>
        {children}
      </div>
    </div>
  );
}
