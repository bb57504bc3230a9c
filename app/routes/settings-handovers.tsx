import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { endHandover } from "../departments/end-handover.server.ts";
import type { HandoverProblems } from "../departments/handover.ts";
import { chooseHandover } from "../departments/handover-choice.ts";
import type { SentHandover } from "../departments/handover-draft.ts";
import { HandoverForm } from "../departments/handover-form.tsx";
import { HandoverList } from "../departments/handover-list.tsx";
import { listHandovers } from "../departments/list-handovers.server.ts";
import { listLiaisons, listWithoutLiaison } from "../departments/list-liaisons.server.ts";
import { orderHandover } from "../departments/order-handover.server.ts";
import { canHandOver } from "../departments/policy.ts";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { isId } from "../insights/insight.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { SelectField } from "../ui/text-field.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Hand over: settings · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canHandOver(person)) return forbidden();
  const asked = searchParams(request, { one: ["from", "department"] });
  const [liaisons, without, handovers, { timeZone }] = await Promise.all([
    listLiaisons(),
    listWithoutLiaison(),
    listHandovers(),
    findLibrarySettings(),
  ]);
  const today = dayIn(timeZone, new Date());
  const choice = chooseHandover({ liaisons, without, asked });
  return { liaisons, without: without.length, handovers, today, choice, key: newIdempotencyKey() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canHandOver(person)) return forbidden();
    const form = await readForm(request);
    const text = (name: string) => (field(form, name) ?? "").slice(0, 200);
    const { timeZone } = await findLibrarySettings();
    const today = dayIn(timeZone, new Date());
    const answer = (notice: "handed-over" | "handover-planned" | "handover-ended") =>
      redirect("/settings/handovers", { headers: { "Set-Cookie": noticeCookie(request, notice) } });
    if (text("intent") === "end") {
      const id = text("handover");
      if (!isId(id)) return badRequest("The form did not say which handover.");
      const ended = await endHandover({ id, today, actorId: person.id });
      return ended ? answer("handover-ended") : notFound();
    }
    if (text("intent") !== "hand-over" || !isId(text("key")))
      return badRequest("The form came without its key.");
    const sent: SentHandover = {
      key: text("key"),
      from: text("from"),
      to: text("to"),
      departments: fields(form, "departments").slice(0, 200),
      lasting: text("lasting"),
      startsOn: text("startsOn"),
      endsOn: text("endsOn"),
    };
    const ordered = await orderHandover({ sent, today, actorId: person.id });
    if (ordered.outcome === "refused") return data({ sent, problems: ordered.problems }, { status: 400 });
    return answer(ordered.started ? "handed-over" : "handover-planned");
  });
}

type Answer = { sent?: SentHandover; problems?: HandoverProblems } & Undone;

export default function SettingsHandovers(): JSX.Element {
  const { liaisons, without, handovers, today, choice, key } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  const { sent, problems = {} } = answer ?? {};
  const fresh = { key, to: "", lasting: "good", startsOn: today, endsOn: "" };
  return (
    <Column>
      <PageHeader
        kicker={<SettingsKicker />}
        title="Hand over"
        lead={say(
          "When a liaison leaves or is away, their departments go to a colleague, with all that is known of each.",
        )}
      />
      <NotDone answer={answer} />
      <div className="mb-6 empty:hidden">
        <ErrorSummary
          errors={Object.entries(problems).map(([id, message]) => ({ id, message }))}
          reassurance="Nothing is handed over yet."
        />
      </div>
      <Section title="Who hands over">
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            key={choice?.from?.handle}
            name="from"
            id="who"
            label={say("Whose departments")}
            defaultValue={choice ? (choice.from?.handle ?? "nobody") : ""}
          >
            <option value="">Choose</option>
            {liaisons
              .filter(({ departments }) => departments.length > 0)
              .map(({ handle, name, departments }) => (
                <option key={handle} value={handle}>
                  {name} ({departments.length})
                </option>
              ))}
            {without > 0 && <option value="nobody">Nobody’s ({without})</option>}
          </SelectField>
          <Button variant="secondary" className="min-h-11">
            Show them
          </Button>
        </Form>
        {choice && (
          <div className="mt-6">
            {choice.departments.length === 0 ? (
              <Notice>{say("They look after no departments.")}</Notice>
            ) : (
              <HandoverForm
                key={`${choice.from?.handle} ${choice.chosen.join(" ")}`}
                from={choice.from}
                departments={choice.departments}
                takers={liaisons.filter(({ mayTake }) => mayTake)}
                values={sent ?? { ...fresh, from: choice.from?.handle ?? "", departments: choice.chosen }}
                problems={problems}
                today={today}
              />
            )}
          </div>
        )}
      </Section>
      <Section title="What is handed over">
        <HandoverList handovers={handovers} today={today} />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
