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
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { channelByIntent } from "../vocabulary/channel-by-intent.server.ts";
import type { ChannelProblems, SentChannel } from "../vocabulary/channel-draft.ts";
import { ChannelForm } from "../vocabulary/channel-form.tsx";
import { listKeptChannels } from "../vocabulary/keep-channels.server.ts";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Channels · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  return { channels: await listKeptChannels(), freshId: crypto.randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepVocabulary(person)) return forbidden();
    const form = await readForm(request);
    const text = (name: string) => (field(form, name) ?? "").slice(0, 500);
    const id = text("id");
    if (!isId(id)) return badRequest("The form came without its key.");
    const sent = { name: text("name"), phrase: text("phrase"), formality: text("formality") };
    const turned = await channelByIntent({ actorId: person.id, id, intent: text("intent"), sent });
    if (turned === "unknown") return badRequest("The form did not say what to do.");
    if (turned === "not-there") return notFound();
    if (turned !== "done") return data({ refused: { id, sent, problems: turned } }, { status: 400 });
    return redirect("/settings/channels", {
      headers: { "Set-Cookie": noticeCookie(request, "channel-saved") },
    });
  });
}

type Answer = { refused?: { id: string; sent: SentChannel; problems: ChannelProblems } } & Undone;

export default function SettingsChannels(): JSX.Element {
  const { channels, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const refused = answer?.refused;
  const errors = Object.entries(refused?.problems ?? {}).map(([name, message]) => ({
    id: `${refused?.id}-${name}`,
    message,
  }));
  const isNew = refused && !channels.some(({ id }) => id === refused.id);
  return (
    <Column>
      <PageHeader
        title="Channels"
        kicker={<SettingsKicker />}
        lead="How things are heard. The posting form offers them in this order."
        actions={
          <ButtonLink to="/settings/channels/history" variant="secondary">
            History
          </ButtonLink>
        }
      />
      <NotDone answer={answer} />
      {errors.length > 0 && (
        <div className="mb-6">
          <ErrorSummary errors={errors} reassurance="Nothing you typed is lost." />
        </div>
      )}
      <Section title="All channels" hideTitle>
        <ul className="divide-y divide-line">
          {channels.map(({ id, name, phrase, formality, retired }, at) => (
            <li key={id} className="grid py-2">
              <div className="row">
                <span className="min-w-0 wrap-anywhere">
                  <span className="font-medium">{name}</span> {retired && <Badge>Retired</Badge>}
                  <span className="block text-sm text-soft">
                    {formality === "formal" ? "Formal" : "Informal"}, heard {phrase}
                  </span>
                </span>
                <Form method="post" className="flex flex-wrap gap-1">
                  <input type="hidden" name="id" value={id} />
                  {at > 0 && (
                    <Button name="intent" value="up" variant="quiet" size="small">
                      Up<span className="sr-only">: {name}</span>
                    </Button>
                  )}
                  {at < channels.length - 1 && (
                    <Button name="intent" value="down" variant="quiet" size="small">
                      Down<span className="sr-only">: {name}</span>
                    </Button>
                  )}
                  <Button name="intent" value={retired ? "offer" : "retire"} variant="quiet" size="small">
                    {retired ? "Offer again" : "Retire"}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              </div>
              <Disclosure
                summary={
                  <span className="text-sm">
                    Change<span className="sr-only"> {name}</span>
                  </span>
                }
                open={refused?.id === id}
              >
                <ChannelForm
                  key={`${name} ${phrase} ${formality}`}
                  id={id}
                  intent="change"
                  values={refused?.id === id ? refused.sent : { name, phrase, formality }}
                  problems={refused?.id === id ? refused.problems : undefined}
                />
              </Disclosure>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="A new one">
        <ChannelForm
          key={freshId}
          id={isNew ? refused.id : freshId}
          intent="add"
          values={isNew ? refused.sent : { name: "", phrase: "", formality: "informal" }}
          problems={isNew ? refused.problems : undefined}
        />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
