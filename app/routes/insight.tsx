import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { FileFigures } from "../files/file-figures.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { checkByIntent, checkProblem, isCheck } from "../insights/check-by-intent.server.ts";
import { findBesideInsight } from "../insights/find-beside-insight.server.ts";
import { findInsight, type WholeInsight } from "../insights/find-insight.server.ts";
import { findWholeTalk } from "../insights/find-whole-talk.server.ts";
import { InsightActions } from "../insights/insight-actions.tsx";
import { InsightBadges } from "../insights/insight-badges.tsx";
import { InsightCard } from "../insights/insight-card.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { InsightFacts } from "../insights/insight-facts.tsx";
import { InsightState } from "../insights/insight-state.tsx";
import { InsightTalk, TalkActions } from "../insights/insight-talk.tsx";
import { isDoneAlready, permissions } from "../insights/policy.ts";
import { ReadingMark } from "../insights/reading-mark.tsx";
import { standingOf } from "../insights/standing-of.ts";
import { StillTrueSection } from "../insights/still-true.tsx";
import type { TalkAnswer } from "../insights/talk.ts";
import { isTalk } from "../insights/talk-by-intent.server.ts";
import { readTurn, turnByIntent } from "../insights/turn-by-intent.server.ts";
import type { Person } from "../people/person.ts";
import { NotDone } from "../ui/not-done.tsx";
import { Beside, PageHeader } from "../ui/page.tsx";
import { talkFromForm, talkSentWith } from "./talk-from-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `Insight about ${data.card.departments[0]?.name ?? "somebody"} · Corridor`
      : "There is nothing here · Corridor",
  },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { open } = searchParams(request, { one: ["open"] });
  const insight = await findInsight({ person, id: params.id ?? "" });
  if (!insight) return notFound();
  const { card, hidden, judged, version } = insight;
  const said = findBesideInsight({ person, id: card.id });
  const [known, talk] = await Promise.all([said, findWholeTalk({ person, insight, open, said })]);
  const { revisions } = known;
  const standing = standingOf(person, { judged, known });
  const withdrawn = judged.withdrawnAt !== null;
  return { card, hidden, withdrawn, version, revisions, may: permissions(person, judged), talk, standing };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(
    async () => {
      const person = await requirePerson(request, context);
      const insight = await findInsight({ person, id: params.id ?? "" });
      if (!insight) return notFound();
      const form = await readForm(request);
      const intent = field(form, "intent");
      if (isTalk(intent)) return talkFromForm({ request, person, id: insight.card.id, form, intent });
      if (isCheck(intent)) return checkFromForm({ request, person, id: insight.card.id, form, intent });
      return turnFromForm({ request, person, insight, form });
    },
    () => talkSentWith(request),
  );
}

type Turning = { request: Request; person: Person; insight: WholeInsight; form: FormData };

async function turnFromForm({ request, person, insight, form }: Turning) {
  const turn = readTurn({ intent: field(form, "intent"), reason: field(form, "reason") });
  if (!turn) return badRequest("The form did not say what to do.");
  if ("problem" in turn) return data({ problem: turn.problem }, { status: 400 });
  const { judged } = insight;
  const may = permissions(person, judged)[turn.intent] || isDoneAlready(person, judged, turn.intent);
  if (!may) return forbidden();
  await turnByIntent({ person, id: insight.card.id, turn });
  if (turn.intent === "undo") return backToTheBox(request, insight.card.id);
  const headers = turn.notice ? { "Set-Cookie": noticeCookie(request, turn.notice) } : undefined;
  return redirect(`/insights/${insight.card.id}`, { headers });
}

/** Whoever undoes a post has its text back where it came from. */
function backToTheBox(request: Request, id: string): Response {
  return redirect("/", { headers: { "Set-Cookie": noticeCookie(request, "insight-undone", id) } });
}

type Checking = { request: Request; person: Person; id: string; form: FormData };

async function checkFromForm({
  request,
  intent,
  form,
  ...about
}: Checking & { intent: keyof typeof checkNotices }) {
  const checked = await checkByIntent({
    ...about,
    intent,
    newer: (field(form, "newer") ?? "").slice(0, 500),
  });
  if (checked.outcome === "not-possible") return forbidden();
  const problem = checkProblem(checked);
  if (problem) return data({ checkProblem: problem }, { status: 400 });
  return redirect(`/insights/${about.id}`, {
    headers: { "Set-Cookie": noticeCookie(request, checkNotices[intent]) },
  });
}

const checkNotices = {
  "confirm-true": "insight-still-true",
  supersede: "insight-superseded",
  unsupersede: "insight-stands",
} as const;

type Answer = { problem?: string; checkProblem?: string } & TalkAnswer;

export default function Insight(): JSX.Element {
  const { card, hidden, withdrawn, revisions, may, talk, standing } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Beside narrow="last" aside={<InsightFacts card={card} revisions={revisions} />}>
      <PageHeader
        kicker={
          <span className="flex flex-wrap items-center gap-2">
            Insight <InsightBadges insight={card} />
          </span>
        }
        title={<Departments departments={card.departments} />}
      />
      <NotDone answer={answer} />
      <InsightState withdrawn={withdrawn} hidden={hidden} />
      <InsightCard
        insight={card}
        alone
        actions={
          <>
            <TalkActions id={card.id} kind={card.kind} talk={talk} />
            <InsightActions id={card.id} may={may} problem={answer?.problem} />
          </>
        }
      />
      {card.files.length > 0 && <FileFigures files={card.files} />}
      {!withdrawn && <ReadingMark id={card.id} />}
      <StillTrueSection
        id={card.id}
        reviewOn={card.reviewOn}
        standing={standing}
        problem={answer?.checkProblem}
      />
      <InsightTalk id={card.id} kind={card.kind} talk={talk} answer={answer} />
    </Beside>
  );
}

function Departments({ departments }: Pick<InsightCardData, "departments">): JSX.Element {
  return (
    <>
      {departments.map(({ slug, name }, position) => (
        <span key={slug}>
          {position > 0 && <span className="font-normal text-soft"> · </span>}
          <Link to={`/departments/${slug}`} className="hover:text-accent hover:underline">
            {name}
          </Link>
        </span>
      ))}
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
