import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { CaptureBox } from "../insights/capture-box.tsx";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { JustPosted } from "../insights/just-posted.tsx";
import { usePostingTurn } from "../insights/use-posting-turn.ts";
import { dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { WeeklyIssuePage } from "../weekly/weekly-issue.tsx";
import { findOpenIssuePage } from "./find-issue-page.server.ts";
import { findTurned } from "./find-turned.server.ts";
import { postFromForm } from "./post-from-form.server.ts";
import { readGrouping } from "./read-grouping.server.ts";

export const meta: MetaFunction = () => [{ title: "This week · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { timeZone } = await findLibrarySettings();
  const monday = mondayOf(dayIn(timeZone, new Date()));
  const turning = findTurned({ request, person, context });
  const [found, turned] = await Promise.all([
    findOpenIssuePage({ context, person, monday, by: readGrouping(request), above: turning }),
    turning,
  ]);
  return { ...found, turned, writer: person.id, idempotencyKey: newIdempotencyKey() };
}

export function action({ request, context }: ActionFunctionArgs) {
  return postFromForm({ request, context });
}

/** A form that was not saved leaves the page as it is: loading it again without a connection would put an error there. */
export function shouldRevalidate({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus >= 400 ? false : defaultShouldRevalidate;
}

export default function Home(): JSX.Element {
  const { page, prompt, turned, writer, ...loaded } = useLoaderData<typeof loader>();
  const { turn, idempotencyKey, undone, justPosted, lookAgain } = usePostingTurn(
    turned,
    loaded.idempotencyKey,
  );
  return (
    <>
      <CaptureBox
        key={turn}
        undone={undone}
        idempotencyKey={idempotencyKey}
        writer={writer}
        prompt={prompt}
      />
      {justPosted && <JustPosted key={justPosted.id} posted={justPosted} lookAgain={lookAgain} />}
      <WeeklyIssuePage {...page} current address="/" shownAbove={justPosted?.id} />
    </>
  );
}

export { keepPosting as clientAction } from "./keep-posting.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
