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
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listKeptTemplates } from "../insights/list-templates.server.ts";
import type { SentTemplate, TemplateProblems } from "../insights/template.ts";
import { templateByIntent } from "../insights/template-by-intent.server.ts";
import { TemplateForm } from "../insights/template-form.tsx";
import { TemplateList } from "../insights/template-list.tsx";
import { canKeepTemplates } from "../insights/template-policy.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Templates · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepTemplates(person)) return forbidden();
  const [templates, channels] = await Promise.all([listKeptTemplates(), listChannels()]);
  return {
    templates,
    channels: channels.map(({ slug, name }) => ({ slug, name })),
    freshId: newIdempotencyKey(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepTemplates(person)) return forbidden();
    const form = await readForm(request);
    const id = field(form, "id") ?? badRequest("The form came without its key.");
    const text = (name: string) => field(form, name) ?? "";
    const sent = { name: text("name"), body: text("body"), kind: text("kind"), channel: text("channel") };
    const turned = await templateByIntent({ person, id, intent: text("intent"), sent });
    if (turned.outcome === "unknown") return badRequest("The form asked for what there is not.");
    if (turned.outcome === "not-there") return notFound();
    if (turned.outcome === "refused") {
      return data({ refused: { id, problems: turned.problems, sent } }, { status: 400 });
    }
    return redirect("/settings/templates", {
      headers: { "Set-Cookie": noticeCookie(request, "template-saved") },
    });
  });
}

type Answer = { refused?: { id: string; problems: TemplateProblems; sent: SentTemplate } };

const empty: SentTemplate = { name: "", body: "", kind: "", channel: "" };

export default function Templates(): JSX.Element {
  const { templates, channels, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as (Answer & Parameters<typeof NotDone>[0]["answer"]) | undefined;
  const refused = answer?.refused;
  const added = refused && !templates.some(({ id }) => id === refused.id) ? refused : undefined;
  const errors = Object.entries(refused?.problems ?? {}).map(([name, message]) => ({
    id: `${added ? "new" : refused?.id}-${name}`,
    message,
  }));
  return (
    <Column>
      <PageHeader
        title="Templates"
        kicker={<SettingsKicker />}
        lead="Beginnings that the posting form offers under “Help me write”. They are a help, never a must."
      />
      <NotDone answer={answer} />
      {errors.length > 0 && (
        <div className="mb-6">
          <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
        </div>
      )}
      <Section title="On offer, in this order">
        <TemplateList key={freshId} templates={templates} channels={channels} refused={refused} />
      </Section>
      <Section title="A new one">
        <TemplateForm
          key={freshId}
          id="new"
          hidden={{ intent: "add", id: added?.id ?? freshId }}
          values={added?.sent ?? empty}
          problems={added?.problems}
          channels={channels}
          submitLabel="Add template"
        />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
