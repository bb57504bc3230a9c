import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { handOverEverything } from "../departments/hand-over-everything.server.ts";
import { HandOverForm } from "../departments/hand-over-form.tsx";
import { listLookedAfter } from "../departments/list-looked-after.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { ChangePersonForm } from "../people/change-person-form.tsx";
import { findHandle, findPersonRecord } from "../people/find-person-record.server.ts";
import { LinkForm } from "../people/link-form.tsx";
import { LinkToHandOver, type MadeLink } from "../people/link-to-hand-over.tsx";
import { listColleagues } from "../people/list-colleagues.server.ts";
import { listPersonEvents } from "../people/list-person-events.server.ts";
import { listTeams } from "../people/list-teams.server.ts";
import { PersonAccess } from "../people/person-access.tsx";
import { personByIntent, type Refusal } from "../people/person-by-intent.server.ts";
import { PersonHistory } from "../people/person-history.tsx";
import { linkPath } from "../people/person-link.ts";
import { canHaveLink, canManagePeople } from "../people/policy.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  if (!canManagePeople(actor)) return forbidden();
  const person = (await findPersonRecord(params.handle ?? "")) ?? notFound();
  const [teams, history, lookedAfter, colleagues] = await Promise.all([
    listTeams(),
    listPersonEvents(person.id),
    listLookedAfter(person.id),
    listColleagues(),
  ]);
  const others = colleagues.filter(({ handle }) => handle !== person.handle);
  return { person, teams, history, lookedAfter, others, mail: isMailSetUp(), self: person.id === actor.id };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const actor = await requirePerson(request, context);
    if (!canManagePeople(actor)) return forbidden();
    const record = (await findPersonRecord(params.handle ?? "")) ?? notFound();
    const form = await readForm(request);
    const sent = (name: string) => (field(form, name) ?? "").slice(0, 500);
    const here = `/settings/people/${record.handle}`;
    if (sent("intent") === "hand-over") {
      const { timeZone } = await findLibrarySettings();
      const today = dayIn(timeZone, new Date());
      const toHandle = sent("colleague");
      const handed = await handOverEverything({ actorId: actor.id, fromId: record.id, toHandle, today });
      if (handed.outcome !== "handed-over") {
        const [handOverProblem = ""] = Object.values(handed.problems);
        return data({ handOverProblem }, { status: 400 });
      }
      return redirect(here, { headers: { "Set-Cookie": noticeCookie(request, "handed-over") } });
    }
    const turn = await personByIntent({ actorId: actor.id, record, intent: sent("intent"), sent });
    switch (turn.outcome) {
      case "unknown":
        return badRequest("The form did not say what to do.");
      case "throttled":
        return data(
          { tooOften: turn.seconds },
          { status: 429, headers: { "Retry-After": String(turn.seconds) } },
        );
      case "refused":
        return data({ refusal: turn.refusal }, { status: 400 });
      case "link": {
        const address = turn.token && `${context.origin}${linkPath(turn.token)}`;
        return data({ made: { name: record.name, kind: turn.kind, address } });
      }
      case "done":
        return redirect(await addressAfter(record), {
          headers: { "Set-Cookie": noticeCookie(request, turn.notice) },
        });
    }
  });
}

/** Disabling and enabling can change a handle. */
async function addressAfter({ id }: { id: string }): Promise<string> {
  return `/settings/people/${(await findHandle(id)) ?? ""}`;
}

type Answer = { refusal?: Refusal; made?: MadeLink; handOverProblem?: string } & Undone;

export default function SettingsPerson(): JSX.Element {
  const { person, teams, history, lookedAfter, others, mail, self } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  const { refusal = {} } = answer ?? {};
  const { name, email, role, jobTitle, team, version, state, hidden, demonstration } = person;
  return (
    <Column>
      <PageHeader
        title={name}
        kicker={
          <Link to="/settings/people" className="link inline-block py-1">
            People
          </Link>
        }
        lead={hidden ? "Shown to everybody else by their former role." : undefined}
      />
      <NotDone answer={answer} />
      {refusal.problem && (
        <div className="mb-6">
          <Notice tone="error" title="Not done">
            {refusal.problem}
          </Notice>
        </div>
      )}
      {answer?.made && (
        <div className="mb-6">
          <LinkToHandOver {...answer.made} />
        </div>
      )}
      {state === "disabled" ? null : (
        <Section title="Who they are">
          <ChangePersonForm
            key={version}
            version={version}
            values={refusal.sent ?? { name, email, role, jobTitle, team }}
            problems={refusal.problems ?? {}}
            teams={teams}
          />
        </Section>
      )}
      <Section title={say("Departments they look after")}>
        <HandOverForm
          lookedAfter={lookedAfter}
          handle={person.handle}
          colleagues={others}
          problem={answer?.handOverProblem}
        />
      </Section>
      {canHaveLink({ demonstration, disabled: state === "disabled" }) && (
        <Section title={state === "invited" ? "Their invitation" : "A new password"}>
          <LinkForm person={person} mail={mail} problem={refusal.linkProblem} />
        </Section>
      )}
      <Section title="Signing in">
        <PersonAccess person={person} self={self} />
      </Section>
      <Section title="What was done">
        <PersonHistory events={history} />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
