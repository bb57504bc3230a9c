import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { asSent, type LibraryProblems, readLibrary, type SentLibrary } from "../settings/library-draft.ts";
import { LibraryForm } from "../settings/library-form.tsx";
import { timeZones } from "../settings/library-settings.ts";
import { canChangeLibrary } from "../settings/policy.ts";
import { setLibrary } from "../settings/set-library.server.ts";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "The library · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canChangeLibrary(person)) return forbidden();
  return { values: asSent(await findLibrarySettings()), timeZones: timeZones() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canChangeLibrary(person)) return forbidden();
    const form = await readForm(request);
    const { sent, read } = readLibrary((name) => field(form, name));
    if ("problems" in read) return data({ problems: read.problems, sent }, { status: 400 });
    await setLibrary({ actorId: person.id, draft: read.draft });
    return redirect("/settings/library", {
      headers: { "Set-Cookie": noticeCookie(request, "library-set") },
    });
  });
}

type Answer = { problems?: LibraryProblems; sent?: SentLibrary } & Undone;

export default function SettingsLibrary(): JSX.Element {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader title="The library" kicker={<SettingsKicker />} />
      <NotDone answer={answer} />
      <LibraryForm
        values={answer?.sent ?? loaded.values}
        problems={answer?.problems ?? {}}
        timeZones={loaded.timeZones}
        submitLabel="Save"
      />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
