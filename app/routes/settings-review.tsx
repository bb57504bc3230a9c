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
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { insightKindNames } from "../insights/insight.ts";
import { type ReviewAges, reviewAgeLimits, reviewAges, reviewedKinds } from "../insights/review-age.ts";
import { canSetReviewAges } from "../insights/review-age-policy.ts";
import { type AgeProblems, readReviewAges, setReviewAges } from "../insights/set-review-ages.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "When to ask again · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canSetReviewAges(person)) return forbidden();
  const { reviewMonths } = await findLibrarySettings();
  return { ages: reviewAges(reviewMonths) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canSetReviewAges(person)) return forbidden();
    const form = await readForm(request);
    const read = readReviewAges((kind) => field(form, kind));
    if ("problems" in read) {
      const sent = Object.fromEntries(reviewedKinds.map((kind) => [kind, field(form, kind) ?? ""]));
      return data({ problems: read.problems, sent }, { status: 400 });
    }
    await setReviewAges({ person, ages: read.ages });
    return redirect("/settings/review", {
      headers: { "Set-Cookie": noticeCookie(request, "reviews-planned") },
    });
  });
}

type Answer = { problems?: AgeProblems; sent?: Partial<Record<keyof ReviewAges, string>> } & Undone;

export default function SettingsReview(): JSX.Element {
  const { ages } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  return (
    <Column>
      <PageHeader
        title="When to ask again"
        lead={say(
          "So many months after an insight was heard, its author and the liaisons of its department are asked whether it is still true. A question is asked about by being open.",
        )}
        kicker={<SettingsKicker />}
      />
      <NotDone answer={answer} />
      <Form method="post" className="grid gap-5">
        <div className="grid max-w-measure grid-cols-2 gap-4">
          {reviewedKinds.map((kind) => (
            <TextField
              key={kind}
              name={kind}
              label={insightKindNames[kind]}
              hint="Months"
              type="number"
              inputMode="numeric"
              min={reviewAgeLimits.min}
              max={reviewAgeLimits.max}
              defaultValue={answer?.sent?.[kind] ?? String(ages[kind])}
              error={answer?.problems?.[kind]}
              required
            />
          ))}
        </div>
        <Button className="justify-self-start">Save</Button>
      </Form>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
