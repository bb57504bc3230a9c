import { bases, insightKinds, visibilities } from "../../insights/insight.ts";
import type { DraftProblems } from "../../insights/insight-draft.ts";
import { listChannels } from "../../vocabulary/list-channels.server.ts";

/** What is wrong with a draft, and what would be taken: a program has no list before its eyes to choose from. */
export async function withWhatIsTaken(problems: DraftProblems): Promise<DraftProblems> {
  const taken: DraftProblems = {
    departments: "the slugs of GET /api/v1/departments",
    channel: problems.channel && (await listChannels()).map(({ slug }) => slug).join(", "),
    kind: insightKinds.join(", "),
    basis: bases.join(", "),
    visibility: visibilities.join(", "),
  };
  const told = Object.entries(problems).map(([field, problem]) => {
    const list = taken[field as keyof DraftProblems];
    return [field, list && problem.startsWith("Choose ") ? `${problem}: ${list}` : problem];
  });
  return Object.fromEntries(told);
}
