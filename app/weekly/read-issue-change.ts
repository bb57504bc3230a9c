import { isId } from "../insights/insight.ts";
import { cleanLine, cleanText } from "../text/clean-text.ts";
import type { IssueChange } from "./change-issue.server.ts";
import { issueLimits } from "./edited-issue.ts";
import type { MinuteLine } from "./minute.ts";
import { readSources } from "./minute-sources.ts";

type Sent = (name: string) => string | undefined;

/**
 * What the desk's form asks for; undefined where it is none of ours. A line left as the rule made it keeps what it was made
 * of, and one that was changed too: it stands only while all staff may read that. Lines left alone stay the rule's.
 */
export function readIssueChange(sent: Sent, byRule: readonly MinuteLine[]): IssueChange | undefined {
  const does = sent("intent");
  const insightId = sent("insight") ?? "";
  switch (does) {
    case "write":
      return {
        does,
        words: {
          lead: cleanText(sent("lead") ?? "").slice(0, issueLimits.lead),
          prompt: cleanLine(sent("prompt") ?? "").slice(0, issueLimits.prompt),
          minute: readMinute(sent, byRule),
        },
      };
    case "pick":
    case "unpick":
    case "up":
    case "down":
      return isId(insightId) ? { does, insightId } : undefined;
    case "say-why": {
      const sentence = cleanLine(sent("sentence") ?? "").slice(0, issueLimits.sentence);
      return isId(insightId) ? { does, insightId, sentence } : undefined;
    }
    case "approve":
    case "withdraw-approval":
      return { does };
    default:
      return undefined;
  }
}

function readMinute(sent: Sent, byRule: readonly MinuteLine[]): MinuteLine[] | null {
  const lines = Array.from({ length: issueLimits.lines }, (_, at) => ({
    text: cleanLine(sent(`line-${at}`) ?? "").slice(0, issueLimits.line),
    ...readSources(sent(`sources-${at}`) ?? ""),
  })).filter(({ text }) => text !== "");
  const isRule = lines.length === byRule.length && lines.every(({ text }, at) => text === byRule[at]?.text);
  return isRule ? null : lines;
}
