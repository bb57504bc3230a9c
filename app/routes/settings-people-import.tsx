import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { readSmallFile } from "../imports/read-small-file.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { confirmAdministrators } from "../people/confirm-administrators.server.ts";
import { checkPeople, importPeople } from "../people/import-people.server.ts";
import { listTeams } from "../people/list-teams.server.ts";
import { ImportedPeople, PeopleCheck } from "../people/people-check.tsx";
import { peopleFile } from "../people/people-file.ts";
import { PeopleFileForm } from "../people/people-file-form.tsx";
import { linkPath } from "../people/person-link.ts";
import { canManagePeople } from "../people/policy.ts";
import { type PeopleRow, readPeopleFile } from "../people/read-people-file.ts";
import { readSentPeople } from "../people/read-sent-people.ts";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Bring in people · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canManagePeople(person)) return forbidden();
  return { teams: await listTeams(), mail: isMailSetUp() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canManagePeople(person)) return forbidden();
    const form = await readForm(request);
    if (field(form, "intent") === "bring-in") {
      const people = readSentPeople(field(form, "people") ?? "");
      if (!people) return badRequest("The list could not be read.");
      const confirmed = await confirmAdministrators({
        actorId: person.id,
        invited: people,
        password: (field(form, "password") ?? "").slice(0, 500),
      });
      if (confirmed.outcome === "throttled") {
        const { seconds } = confirmed;
        return data({ tooOften: seconds }, { status: 429, headers: { "Retry-After": String(seconds) } });
      }
      if (confirmed.outcome === "wrong") {
        const checked = people.map((details, at) => ({
          row: at + 2,
          name: details.name,
          email: details.email,
          details,
        }));
        return data({ checked, passwordProblem: "That is not your password" }, { status: 400 });
      }
      const byMail = field(form, "way") !== "copy";
      const invited = await importPeople({ actorId: person.id, people, byMail });
      const links = invited.map(({ name, token }) => ({
        name,
        address: token ? `${context.origin}${linkPath(token)}` : null,
      }));
      return data({ invited: links });
    }
    const upload = context.uploads?.find((each) => each.field === "file");
    if (!upload) return data({ problem: "Choose a file" }, { status: 400 });
    if (upload.trouble) return data({ problem: "The file could not be taken" }, { status: 400 });
    const file = await readSmallFile(upload.path, { bytes: peopleFile.bytes, rows: peopleFile.rows });
    if ("problem" in file) return data({ problem: file.problem }, { status: 400 });
    const defaults = { role: field(form, "role") ?? "", team: field(form, "team") ?? "" };
    const read = readPeopleFile(file, defaults);
    if ("problem" in read) return data({ problem: read.problem }, { status: 400 });
    return data({ checked: await checkPeople(read.rows) });
  });
}

type Answer = {
  problem?: string;
  checked?: PeopleRow[];
  passwordProblem?: string;
  invited?: { name: string; address: string | null }[];
} & Undone;

export default function ImportPeople(): JSX.Element {
  const { teams, mail } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader
        title="Bring in people"
        kicker={
          <Link to="/settings/people" className="link inline-block py-1">
            People
          </Link>
        }
        lead="A list of colleagues as a CSV file. Nobody is invited before you have seen who would be."
      />
      <NotDone answer={answer} />
      {answer?.invited && (
        <Section title="Invited">
          <ImportedPeople invited={answer.invited} />
        </Section>
      )}
      {answer?.checked && (
        <Section title="What the file holds">
          <PeopleCheck rows={answer.checked} mail={mail} passwordProblem={answer.passwordProblem} />
        </Section>
      )}
      <Section title={answer?.checked || answer?.invited ? "Another file" : "The file"}>
        <PeopleFileForm teams={teams} problem={answer?.problem} />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
