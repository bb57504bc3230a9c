import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  apiAnswer,
  expectApiPerson,
  misunderstood,
  readJson,
  readParameters,
  requireApiPerson,
} from "../../http/api.server.ts";
import { apiProblem } from "../../http/api-problem.server.ts";
import { findInsight } from "../../insights/find-insight.server.ts";
import { readIdempotencyKey } from "../../insights/idempotency-key.server.ts";
import { type DraftProblems, readDraft } from "../../insights/insight-draft.ts";
import { type InsightResource, insightResource, justPosted } from "../../insights/insight-resource.ts";
import { listBodies } from "../../insights/list-bodies.server.ts";
import { postAsExpected, postInsight } from "../../insights/post-insight.server.ts";
import { resolveDraft } from "../../insights/resolve-draft.server.ts";
import type { KeyHeld } from "../../people/hold-api-key.server.ts";
import { listFilteredInsights } from "../../search/list-filtered-insights.server.ts";
import { filterNames, parameterProblems } from "../../search/search-request.ts";
import { readSearch } from "../../search/understand-request.server.ts";
import { dayIn } from "../../settings/calendar.ts";
import { findLibrarySettings } from "../../settings/find-library-settings.server.ts";
import { withWhatIsTaken } from "./what-is-taken.server.ts";

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
  const key = request.method === "POST" ? await expectApiPerson(request) : undefined;
  const idempotencyKey = readIdempotencyKey(request.headers.get("Idempotency-Key"));
  // What was sent is read meanwhile; nobody is told anything of it before it is known who asks.
  const reading = readSent(request);
  reading.catch(() => {});
  const atOnce = key && idempotencyKey && (await postAtOnce({ key, idempotencyKey, reading }));
  const { origin } = context;
  if (atOnce) return created(insightResource(justPosted(atOnce), { body: atOnce.draft.body, origin }));

  const looking = reading.then(lookUpWords);
  looking.catch(() => {});
  const person = await requireApiPerson(request, key?.person);
  if (request.method !== "POST") {
    return apiProblem({ status: 405, title: "Only GET and POST", allow: "GET, HEAD, POST" });
  }
  if (!idempotencyKey) {
    const detail = "1 to 255 printable characters without spaces; sent twice, it posts one insight.";
    return apiProblem({ status: 400, title: "An Idempotency-Key header is needed", detail });
  }
  const read = await looking;
  if ("problems" in read) return refused(read.problems);
  const posted = await postInsight({ person, ...read, idempotencyKey, source: "api" });
  if (posted.outcome === "refused") return refused(posted.problems);
  if (posted.outcome === "key-reused") {
    const detail = "Send a new key with every new insight; nothing was saved now.";
    return apiProblem({ status: 422, title: "This Idempotency-Key posted something else before", detail });
  }
  if (posted.outcome === "posted") {
    const { draft } = read;
    return created(insightResource(justPosted({ ...posted, person, draft }), { body: draft.body, origin }));
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
  return readDraft(sent, { today: dayIn(timeZone, new Date()) });
}

function lookUpWords(read: ReturnType<typeof readDraft>) {
  if ("problems" in read) return read;
  const words = resolveDraft(read.draft);
  words.catch(() => {});
  return { draft: read.draft, words };
}

type AtOnce = { key: KeyHeld; idempotencyKey: string; reading: Promise<ReturnType<typeof readDraft>> };

/** Saved as whom the key acted as a moment ago, unless it does so no more or anything else is to be said first. */
async function postAtOnce({ key, idempotencyKey, reading }: AtOnce) {
  const read = await reading.catch(() => undefined);
  if (!read || "problems" in read) return undefined;
  const { person } = key;
  const posted = await postAsExpected({ person, key, draft: read.draft, idempotencyKey, source: "api" });
  return posted && { ...posted, person, draft: read.draft };
}

function created(resource: InsightResource): Response {
  return apiAnswer(resource, { status: 201, headers: { Location: resource.url } });
}

async function refused(problems: DraftProblems): Promise<Response> {
  const told = await withWhatIsTaken(problems);
  return apiProblem({ status: 422, title: "The insight was not posted", problems: told });
}
