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
import { isId } from "../insights/insight.ts";
import { findRestoredAt } from "../mail/find-restored-at.server.ts";
import { type ApiKeyProblems, canBeRevoked, type SentApiKey, shownKey } from "../people/api-key.ts";
import { ApiKeyForm } from "../people/api-key-form.tsx";
import { ApiKeyList } from "../people/api-key-list.tsx";
import { type KeyRefusal, makeKeyFromForm, revokeKeyFromForm } from "../people/key-by-intent.server.ts";
import { listApiKeys } from "../people/list-api-keys.server.ts";
import { listColleagues } from "../people/list-colleagues.server.ts";
import { MadeApiKey, type MadeKey } from "../people/made-api-key.tsx";
import { canManageApiKeys } from "../people/policy.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "API keys · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canManageApiKeys(person)) return forbidden();
  const [all, colleagues, restoredAt, { timeZone }] = await Promise.all([
    listApiKeys(),
    listColleagues(),
    findRestoredAt(),
    findLibrarySettings(),
  ]);
  const open = all.filter(canBeRevoked).map((key) => shownKey(key, timeZone));
  const over = all.filter((key) => !canBeRevoked(key)).map((key) => shownKey(key, timeZone));
  // Only a key from before can have come back to life.
  const restored = open.some(({ madeAt }) => madeAt.getTime() < restoredAt) ? new Date(restoredAt) : null;
  const today = dayIn(timeZone, new Date());
  return { open, over, colleagues, restored, today, freshId: crypto.randomUUID() };
}

export function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canManageApiKeys(person)) return forbidden();
    const form = await readForm(request);
    const sent = (name: string) => (field(form, name) ?? "").slice(0, 500);
    const [intent, id] = [sent("intent"), sent("id")];
    if (intent === "revoke-key") {
      const done = isId(id)
        ? await revokeKeyFromForm({ actorId: person.id, id, typed: sent("typed") })
        : undefined;
      if (!done) return notFound();
      if (done !== "revoked") return data<Answer>({ unrevoked: done }, { status: 400 });
      const notice = noticeCookie(request, "key-revoked");
      return redirect("/settings/api-keys", { headers: { "Set-Cookie": notice } });
    }
    if (intent !== "make") return badRequest("The form did not say what to do.");
    if (!isId(id)) return badRequest("The form came without its key.");
    const { timeZone } = await findLibrarySettings();
    const today = dayIn(timeZone, new Date());
    const turn = await makeKeyFromForm({ actorId: person.id, id, sent, today, timeZone });
    switch (turn.outcome) {
      case "throttled": {
        const headers = { "Retry-After": String(turn.seconds) };
        return data<Answer>({ tooOften: turn.seconds }, { status: 429, headers });
      }
      case "refused":
        return data<Answer>({ problems: turn.problems, sent: turn.sent, id }, { status: 400 });
      case "made-before":
        return data<Answer>({ madeBefore: true });
      case "made": {
        const { key, name, person } = turn;
        return data<Answer>({ made: { key, name, person, origin: context.origin } });
      }
    }
  });
}

type Answer = {
  problems?: ApiKeyProblems;
  sent?: SentApiKey;
  id?: string;
  made?: MadeKey;
  madeBefore?: true;
  unrevoked?: KeyRefusal;
} & Undone;

export default function SettingsApiKeys(): JSX.Element {
  const { open, over, colleagues, restored, today, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader
        title="API keys"
        kicker={<SettingsKicker />}
        lead="A program that brings a key reads and posts here as the person the key was made for. Give each program its own."
      />
      <NotDone answer={answer} />
      {answer?.made && <MadeApiKey made={answer.made} />}
      {answer?.madeBefore && (
        <div className="mb-8">
          <Notice title="This key was made already">
            It was shown then and is kept nowhere. If nobody copied it, revoke it below and make another.
          </Notice>
        </div>
      )}
      {restored && (
        <div className="mb-8">
          <Notice tone="warn" title="Look these keys through">
            The library came back from a backup <TimeAgo at={restored} />. What was revoked after that backup
            was made is open again: revoke it once more.
          </Notice>
        </div>
      )}
      <Section title={open.length === 0 ? "Keys" : open.length === 1 ? "One key" : `${open.length} keys`}>
        {open.length > 0 ? (
          <ApiKeyList keys={open} withPerson refused={answer?.unrevoked} />
        ) : (
          <EmptyState title="No program has a key">
            A key lets a program post what was heard elsewhere, or read what is known here. Make one below.
          </EmptyState>
        )}
      </Section>
      <Section title="Make a key">
        <ApiKeyForm
          key={freshId}
          id={answer?.id ?? freshId}
          today={today}
          values={answer?.sent ?? { name: "", person: "", lastDay: "" }}
          problems={answer?.problems ?? {}}
          colleagues={colleagues}
        />
      </Section>
      {over.length > 0 && (
        <Section title="Ended">
          <Disclosure
            summary={
              over.length === 1 ? "One key that opens nothing" : `${over.length} keys that open nothing`
            }
          >
            <ApiKeyList keys={over} withPerson />
          </Disclosure>
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
