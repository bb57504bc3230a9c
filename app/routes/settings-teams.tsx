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
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { addTeam, removeTeam, renameTeam } from "../people/keep-teams.server.ts";
import { listTeamsWithPeople } from "../people/list-teams-with-people.server.ts";
import { canManagePeople } from "../people/policy.ts";
import { teamNameLength } from "../people/team.ts";
import { TeamList } from "../people/team-list.tsx";
import { Button } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Teams · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canManagePeople(person)) return forbidden();
  return { teams: await listTeamsWithPeople() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canManagePeople(person)) return forbidden();
    const form = await readForm(request);
    const [intent, id = "", name = ""] = ["intent", "id", "name"].map((each) => field(form, each));
    const given = { actorId: person.id, name: name.slice(0, 500) };
    if (intent !== "add" && !isId(id)) return badRequest("The form did not say which team.");
    const turns = {
      add: () => addTeam(given),
      rename: () => renameTeam({ ...given, id }),
      remove: () => removeTeam({ ...given, id }),
    };
    const turn = Object.hasOwn(turns, intent ?? "") ? turns[intent as keyof typeof turns] : undefined;
    if (!turn) return badRequest("The form did not say what to do.");
    const turned = await turn();
    if (turned.outcome === "not-there") return notFound();
    if (turned.outcome === "refused") {
      return data(
        { refused: { id: intent === "add" ? "new" : id, name, problem: turned.problem } },
        { status: 400 },
      );
    }
    return redirect("/settings/teams", { headers: { "Set-Cookie": noticeCookie(request, "team-saved") } });
  });
}

type Answer = { refused?: { id: string; name: string; problem: string } } & Undone;

export default function SettingsTeams(): JSX.Element {
  const { teams } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const refused = answer?.refused;
  return (
    <Column>
      <PageHeader
        title="Teams"
        kicker={<SettingsKicker />}
        lead="Everybody is in one team. An insight keeps the team it was posted from, whoever moves afterwards."
      />
      <NotDone answer={answer} />
      {refused && (
        <div className="mb-6">
          <Notice tone="error" title="Not done">
            {refused.problem}
          </Notice>
        </div>
      )}
      <Section title="All teams" hideTitle>
        <TeamList teams={teams} refused={refused} />
      </Section>
      <Section title="A new one">
        <Form key={teams.length} method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="add" />
          <TextField
            name="name"
            label="Name"
            defaultValue={refused?.id === "new" ? refused.name : ""}
            error={refused?.id === "new" ? refused.problem : undefined}
            maxLength={teamNameLength}
            required
            className="min-w-0 flex-1 basis-56"
          />
          <Button className="min-h-11">Add team</Button>
        </Form>
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
