import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listServices } from "../departments/list-services.server.ts";
import { canKeepServices } from "../departments/policy.ts";
import { saveServices } from "../departments/save-services.server.ts";
import { readServices, serviceLimits } from "../departments/service.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Services · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepServices(person)) return forbidden();
  return { services: await listServices() };
}

const problems = {
  "name-taken":
    "Two services would have the same name. One that is no longer offered keeps its name: write it there to offer it again.",
  "too-many": `At most ${serviceLimits.services} services.`,
};

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepServices(person)) return forbidden();
    const form = await readForm(request);
    const known = await listServices();
    const { drafts, added } = readServices(known, (name) => field(form, name) ?? "");
    const saved = await saveServices({ person, drafts, added });
    if (saved !== "done") {
      const sent = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      return data({ problem: problems[saved], sent }, { status: 400 });
    }
    return redirect("/settings/services", {
      headers: { "Set-Cookie": noticeCookie(request, "services-saved") },
    });
  });
}

type Answer = { problem?: string; sent?: Record<string, string> } & Undone;

export default function Services(): JSX.Element {
  const { services } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  return (
    <Column>
      <PageHeader
        kicker={<SettingsKicker />}
        title="Services"
        lead={say(
          "What the library offers. Each department's page says how it stands to them: met, unmet, or not aware. Empty a name to offer a service no longer; what was said of it is kept.",
        )}
      />
      <NotDone answer={answer} />
      {answer?.problem && (
        <div className="mb-6">
          <Notice tone="error" title="Not saved">
            {answer.problem} Nothing you typed is lost.
          </Notice>
        </div>
      )}
      <form
        key={services.map(({ id, name }) => `${id} ${name}`).join()}
        method="post"
        className="grid max-w-measure gap-3"
      >
        {services.length > 0 && (
          <div
            aria-hidden="true"
            className="-mb-2 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 text-sm text-soft"
          >
            <span>Place</span>
            <span>Name</span>
          </div>
        )}
        {services.map(({ id, name, retired }, at) => (
          <div key={id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3">
            <TextField
              name={`place-${id}`}
              label={`Place of ${name}`}
              hideLabel
              inputMode="numeric"
              pattern="[0-9]{1,3}"
              defaultValue={answer?.sent?.[`place-${id}`] ?? String(at + 1)}
            />
            <TextField
              name={`name-${id}`}
              label={retired ? `Name, to offer ${name} again` : `Name of ${name}`}
              hideLabel
              placeholder={retired ? `${name}: no longer offered` : undefined}
              maxLength={serviceLimits.characters}
              defaultValue={answer?.sent?.[`name-${id}`] ?? (retired ? "" : name)}
            />
          </div>
        ))}
        <TextField
          name="added"
          label="One more"
          optional
          maxLength={serviceLimits.characters}
          defaultValue={answer?.sent?.added}
        />
        <div>
          <Button>Save the list</Button>
        </div>
      </form>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
