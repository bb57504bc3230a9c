import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { pageNumber, searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { confirmAdministrators } from "../people/confirm-administrators.server.ts";
import { type InvitationProblems, InviteForm } from "../people/invite-form.tsx";
import { invitePerson } from "../people/invite-person.server.ts";
import { LinkToHandOver, type MadeLink } from "../people/link-to-hand-over.tsx";
import { listPeople } from "../people/list-people.server.ts";
import { listTeams } from "../people/list-teams.server.ts";
import { leaverNames } from "../people/own-name.ts";
import { PeopleFilter } from "../people/people-filter.tsx";
import { PeopleList } from "../people/people-list.tsx";
import { personFields, readPerson, type SentPerson } from "../people/person-draft.ts";
import { linkPath } from "../people/person-link.ts";
import { canManagePeople } from "../people/policy.ts";
import { setLeaverNames } from "../people/set-leaver-names.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { NumberedPages } from "../ui/numbered-pages.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { pageOf } from "../ui/page-of.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "People · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canManagePeople(person)) return forbidden();
  const { q = "", state = "", ...rest } = searchParams(request, { one: ["q", "state", "page"] });
  const page = pageNumber(rest.page);
  const [everybody, teams, { leavers }] = await Promise.all([
    listPeople(),
    listTeams(),
    findLibrarySettings(),
  ]);
  const asked = q.trim().toLowerCase().slice(0, 100);
  const found = everybody.filter(
    (one) =>
      (state === "" || one.state === state) &&
      [one.name, one.email, one.team, one.jobTitle].some((text) => text.toLowerCase().includes(asked)),
  );
  const freshId = crypto.randomUUID();
  const { shown: people, pages } = pageOf(found, page);
  const list = { people, found: found.length, count: everybody.length, q, state, page, pages };
  return { list, teams, leavers, mail: isMailSetUp(), freshId };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canManagePeople(person)) return forbidden();
    const form = await readForm(request);
    const intent = field(form, "intent");
    if (intent === "leavers") {
      const leavers = leaverNames.find((one) => one === field(form, "leavers"));
      if (!leavers) return badRequest("The form did not say which.");
      await setLeaverNames({ actorId: person.id, leavers });
      const notice = noticeCookie(request, "leavers-set");
      return redirect("/settings/people", { headers: { "Set-Cookie": notice } });
    }
    if (intent !== "invite") return badRequest("The form did not say what to do.");
    const id = field(form, "id") ?? "";
    if (!isId(id)) return badRequest("The form came without its key.");
    const sent = Object.fromEntries(
      personFields.map((name) => [name, field(form, name) ?? ""]),
    ) as SentPerson;
    const read = readPerson(sent);
    if ("problems" in read) return data({ problems: read.problems, sent, id }, { status: 400 });
    const confirmed = await confirmAdministrators({
      actorId: person.id,
      invited: [read.details],
      password: (field(form, "password") ?? "").slice(0, 500),
    });
    if (confirmed.outcome === "throttled") return tooOften(confirmed.seconds);
    if (confirmed.outcome === "wrong") {
      return data({ problems: { password: "That is not your password" }, sent, id }, { status: 400 });
    }
    const byMail = field(form, "way") !== "copy";
    const invited = await invitePerson({ actorId: person.id, id, details: read.details, byMail });
    if (invited.outcome === "refused") {
      return data({ problems: invited.problems, sent, id }, { status: 400 });
    }
    const { name, token } = invited;
    const address = token && `${context.origin}${linkPath(token)}`;
    return data({ made: { name, kind: "invitation" as const, address } });
  });
}

function tooOften(seconds: number) {
  return data({ tooOften: seconds }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

type Answer = { problems?: InvitationProblems; sent?: SentPerson; id?: string; made?: MadeLink } & Undone;

export default function SettingsPeople(): JSX.Element {
  const { list, teams, leavers, mail, freshId } = useLoaderData<typeof loader>();
  const { people, found, count, q, state, page, pages } = list;
  const answer = useActionData() as Answer | undefined;
  const nobody: SentPerson = {
    name: "",
    email: "",
    role: "liaison",
    jobTitle: "",
    team: teams[0]?.name ?? "",
  };
  return (
    <Column>
      <PageHeader
        title="People"
        kicker={<SettingsKicker />}
        actions={
          <>
            <ButtonLink to="/settings/people/import" variant="secondary">
              Bring in a list
            </ButtonLink>
            <ButtonLink to="/settings/teams" variant="secondary">
              Teams
            </ButtonLink>
          </>
        }
      />
      <NotDone answer={answer} />
      {answer?.made && <LinkToHandOver {...answer.made} />}
      <Section title="Invite somebody">
        <InviteForm
          key={freshId}
          id={answer?.id ?? freshId}
          values={answer?.sent ?? nobody}
          problems={answer?.problems ?? {}}
          teams={teams}
          mail={mail}
        />
      </Section>
      <Section title={count === 1 ? "One person" : `${count} people`}>
        <PeopleFilter q={q} state={state} />
        {found < count && (
          <p role="status" className="mb-2 text-sm text-soft">
            {found.toLocaleString("en-GB")} of them
          </p>
        )}
        {people.length === 0 ? (
          <EmptyState title="Nobody matches">
            Look for a part of a name, an address or a team, or among all states.
          </EmptyState>
        ) : (
          <PeopleList people={people} />
        )}
        <NumberedPages path="/settings/people" params={{ q, state }} page={page} pages={pages} />
      </Section>
      <Section title="Those who leave">
        <Form method="post" className="grid gap-4">
          <input type="hidden" name="intent" value="leavers" />
          <CheckGroup legend="What somebody wrote stays when they are disabled. It stands">
            <CheckField
              type="radio"
              name="leavers"
              value="name"
              defaultChecked={leavers === "name"}
              label="under their name"
            />
            <CheckField
              type="radio"
              name="leavers"
              value="role"
              defaultChecked={leavers === "role"}
              label="under their role, as “Former liaison librarian”"
              hint="Their own name comes back if they do. A name within somebody's text stays as it was written."
            />
          </CheckGroup>
          <Button variant="secondary" className="justify-self-start">
            Save
          </Button>
        </Form>
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
