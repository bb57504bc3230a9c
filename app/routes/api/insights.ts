import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  apiAnswer,
  misunderstood,
  readJson,
  readParameters,
  requireApiPerson,
} from "../../http/api.server.ts";
import { apiProblem } from "../../http/api-problem.server.ts";
import { findInsight } from "../../insights/find-insight.server.ts";
import { readIdempotencyKey } from "../../insights/idempotency-key.server.ts";
import { readDraft } from "../../insights/insight-draft.ts";
import { type InsightResource, insightResource, justPosted } from "../../insights/insight-resource.ts";
import { listBodies } from "../../insights/list-bodies.server.ts";
import { postInsight } from "../../insights/post-insight.server.ts";
import { resolveDraft } from "../../insights/resolve-draft.server.ts";
import { listFilteredInsights } from "../../search/list-filtered-insights.server.ts";
import { filterNames, parameterProblems } from "../../search/search-request.ts";
import { readSearch } from "../../search/understand-request.server.ts";
import { dayIn } from "../../settings/calendar.ts";
import { findLibrarySettings } from "../../settings/find-library-settings.server.ts";

const itemsOnAPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireApiPerson(request);
  const parameters = readParameters(request, { known: [...filterNames, "cursor"] });
  const before = readCursor(parameters.get("cursor") ?? "");
  const asked = await readSearch({ person, parameters });
  if (asked.problems.length > 0) throw misunderstood(parameterProblems(asked));
  const { cards, next } = await listFilteredInsights({ person, request: asked, before, limit: itemsOnAPage });
  const bodies = await listBodies(cards.map(({ id }) => id));
  const { origin } = context;
  const items = cards.map((card) => insightResource(card, { body: bodies.get(card.id) ?? "", origin }));
  return apiAnswer({ items, next: next === undefined ? null : String(next) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asking = requireApiPerson(request);
  // What was sent is looked up meanwhile; nobody is told anything of it before it is known who asks.
  const reading = readSent(request);
  reading.catch(() => {});
  const person = await asking;
  if (request.method !== "POST") {
    return apiProblem({ status: 405, title: "Only GET and POST", allow: "GET, HEAD, POST" });
  }
  const idempotencyKey = readIdempotencyKey(request.headers.get("Idempotency-Key"));
  if (!idempotencyKey) {
    const detail = "8 to 100 printable characters; sent twice, it posts one insight.";
    return apiProblem({ status: 400, title: "An Idempotency-Key header is needed", detail });
  }
  const read = await reading;
  if ("problems" in read) return refused(read.problems);
  const posted = await postInsight({ person, ...read, idempotencyKey, source: "api" });
  if (posted.outcome === "refused") return refused(posted.problems);
  if (posted.outcome === "key-reused") {
    const detail = "Send a new key with every new insight; nothing was saved now.";
    return apiProblem({ status: 422, title: "This Idempotency-Key posted something else before", detail });
  }
  const { origin } = context;
  if (posted.outcome === "posted") {
    return created(
      insightResource(justPosted({ ...posted, person, draft: read.draft }), {
        body: read.draft.body,
        origin,
      }),
    );
  }
  const insight = await findInsight({ person, id: posted.id });
  if (!insight) return apiProblem({ status: 404, title: "It was posted, and is withdrawn or hidden since" });
  return created(insightResource(insight.card, { body: insight.body, origin }));
}

/** The start, or where the page before ended; anything else is a 400. */
function readCursor(text: string): number | undefined {
  if (text === "") return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw misunderstood({ cursor: "What `next` of the page before said" });
}

async function readSent(request: Request) {
  const [sent, { timeZone }] = await Promise.all([readJson(request), findLibrarySettings()]);
  const read = readDraft(sent, { today: dayIn(timeZone, new Date()) });
  if ("problems" in read) return read;
  const words = resolveDraft(read.draft);
  words.catch(() => {});
  return { draft: read.draft, words };
}

function created(resource: InsightResource): Response {
  return apiAnswer(resource, { status: 201, headers: { Location: resource.url } });
}

function refused(problems: object): Response {
  return apiProblem({ status: 422, title: "The insight was not posted", problems });
}
