import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import MessageSquarePlus from "lucide-react/icons/message-square-plus";
import type { JSX } from "react";
import { BeforeYouMeet } from "../departments/before-you-meet.tsx";
import { departmentKindNames } from "../departments/department.ts";
import { DepartmentFacts } from "../departments/department-facts.tsx";
import { DepartmentNav } from "../departments/department-header.tsx";
import { canKeepProfile, canKeepStructure, looksAfter } from "../departments/policy.ts";
import { ProfileView } from "../departments/profile-view.tsx";
import { Standing } from "../departments/standing.tsx";
import { TookOver } from "../departments/took-over.tsx";
import { EnquirySection } from "../desk/enquiry-section.tsx";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { CardsInPlace } from "../insights/cards-in-place.tsx";
import { ExportButton } from "../insights/export-button.tsx";
import { StandingSummary, ToAskNextTime } from "../insights/what-we-know.tsx";
import { FollowButton } from "../people/follow-button.tsx";
import { SearchWithin } from "../search/search-within.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Beside, PageHeader, Section } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { ServerPiece } from "../ui/server-markup.tsx";
import { DaysAgo, useToday } from "../ui/time-ago.tsx";
import { findDepartmentPage, type LatestLine } from "./find-department-page.server.ts";
import { leadOn } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { before, fresh } = searchParams(request, { one: ["before", "fresh"] });
  const freshOn = fresh === "1" ? new Date().toISOString().slice(0, 10) : null;
  const cursor = readCursor(before);
  const found = await findDepartmentPage({ context, person, slug: params.slug ?? "", cursor, freshOn });
  if (!found) return notFound();
  const { department } = found;
  leadOn(department, request);
  const may = {
    keep: canKeepProfile(person, department),
    restructure: canKeepStructure(person),
    isMine: looksAfter(person, department),
  };
  return { ...found, first: cursor === undefined, may, fresh: freshOn !== null };
}

export default function Department(): JSX.Element {
  const { department, count, cards, latest, older, questions, known, figures, first, may, fresh } =
    useLoaderData<typeof loader>();
  const { isMine } = may;
  const today = useToday();
  const address = `/departments/${department.slug}`;
  const post = `/insights/new?department=${department.slug}`;
  return (
    <>
      <PageHeader
        kicker={
          <>
            {departmentKindNames[department.kind]}
            {department.parent && (
              <>
                {" in "}
                <Link to={`/departments/${department.parent.slug}`} className="link">
                  {department.parent.name}
                </Link>
              </>
            )}
          </>
        }
        title={department.name}
        actions={
          <>
            <FollowButton
              thing={{ kind: "department", slug: department.slug, name: department.name }}
              following={department.following}
              back={address}
            />
            {may.restructure && (
              <ButtonLink to={`/settings/departments/${department.slug}`} variant="quiet">
                Place and names
              </ButtonLink>
            )}
            {may.restructure && (
              <ButtonLink to={`/settings/handovers?department=${department.slug}`} variant="quiet">
                Hand over
              </ButtonLink>
            )}
            {!department.closed && (
              <ButtonLink to={post} variant="secondary" icon={MessageSquarePlus}>
                Post about this
              </ButtonLink>
            )}
          </>
        }
      />
      <DepartmentNav slug={department.slug} current="" />
      <Standing department={department} />
      <TookOver slug={department.slug} handover={department.handover} today={today} />
      {known && (
        <BeforeYouMeet
          department={department}
          contacts={department.contacts}
          profile={department.profile}
          needs={department.needs}
          lastContact={known.lastContact}
          latest={latest && <Latest line={latest} today={today} />}
          today={today}
          mayKeep={may.keep}
        />
      )}
      <Beside narrow="first" aside={<DepartmentFacts department={department} />}>
        {known && (
          <>
            <ProfileView slug={department.slug} profile={department.profile} mayKeep={may.keep} />
            <StandingSummary
              slug={department.slug}
              sentences={known.sentences}
              today={today}
              mayKeep={may.keep}
            />
            <ToAskNextTime slug={department.slug} questions={known.questions} />
            {figures && <EnquirySection figures={figures} slug={department.slug} name={department.name} />}
          </>
        )}
        {isMine && count.questions > 0 && <OpenQuestions questions={questions} isMine />}
        <Section title="What colleagues know">
          <SearchWithin label={`Search within ${department.name}`} within={{ department: department.slug }} />
          <p className="mb-6 text-sm">
            <a href={fresh ? address : `${address}?fresh=1`} className="link">
              {fresh
                ? "Show what is due a check or replaced as well"
                : "Hide what is due a check or replaced"}
            </a>
          </p>
          {!isMine && count.questions > 0 && (
            <p className="mb-6">
              <a href="#questions" className="link">
                {count.questions === 1 ? "1 open question" : `${count.questions} open questions`}
              </a>{" "}
              from colleagues, beneath
            </p>
          )}
          {count.cards === 0 && (
            <EmptyState
              title={first ? "Nothing heard yet" : "Nothing older"}
              action={first && <ButtonLink to={post}>Post the first insight</ButtonLink>}
            >
              What anybody in the library hears about {department.name} will stand here, newest first.
            </EmptyState>
          )}
          <CardsInPlace piece={cards} />
          {count.cards > 0 && (
            <ExportButton action={`${address}/insights.csv`} label="Save all of it as CSV" />
          )}
          <Pagination
            newer={first ? null : `${address}${fresh ? "?fresh=1" : ""}`}
            newerLabel="Newest"
            older={older === undefined ? null : `${address}?before=${older}${fresh ? "&fresh=1" : ""}`}
          />
        </Section>
        {!isMine && count.questions > 0 && <OpenQuestions questions={questions} />}
      </Beside>
    </>
  );
}

/** The latest insight in a line, leading to the whole of it. */
function Latest({ line, today }: { line: LatestLine; today: string }): JSX.Element {
  return (
    <p className="text-sm">
      <Link to={`/insights/${line.id}`} className="link wrap-anywhere">
        {line.text}
      </Link>
      <span className="block text-soft">
        by {line.by}, <DaysAgo day={line.heardOn} today={today} />
      </span>
    </p>
  );
}

type OpenQuestionsProps = { questions: ServerPiece; isMine?: boolean };

/** What colleagues ask about the department; the first thing for those who look after it. */
function OpenQuestions({ questions, isMine }: OpenQuestionsProps): JSX.Element {
  return (
    <Section
      id="questions"
      title="Open questions"
      className="scroll-mt-20"
      actions={isMine && <span className="text-soft">You look after this</span>}
    >
      <CardsInPlace piece={questions} />
    </Section>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
