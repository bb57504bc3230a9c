import { isId } from "../insights/insight.ts";
import { cleanLine, cleanText, cutTo } from "../text/clean-text.ts";
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
          lead: cutTo(issueLimits.lead, cleanText(sent("lead") ?? "")),
          prompt: cutTo(issueLimits.prompt, cleanLine(sent("prompt") ?? "")),
          minute: readMinute(sent, byRule),
        },
      };
    case "pick":
    case "unpick":
    case "up":
    case "down":
      return isId(insightId) ? { does, insightId } : undefined;
    case "say-why": {
      const sentence = cutTo(issueLimits.sentence, cleanLine(sent("sentence") ?? ""));
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
    text: cutTo(issueLimits.line, cleanLine(sent(`line-${at}`) ?? "")),
    ...readSources(sent(`sources-${at}`) ?? ""),
  })).filter(({ text }) => text !== "");
  const isRule = lines.length === byRule.length && lines.every(({ text }, at) => text === byRule[at]?.text);
  return isRule ? null : lines;
}
