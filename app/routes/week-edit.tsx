import { randomUUID } from "node:crypto";
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
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { weekName } from "../settings/calendar.ts";
import { Button } from "../ui/button.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { changeIssue } from "../weekly/change-issue.server.ts";
import { DeskPicks } from "../weekly/desk-picks.tsx";
import { DeskPreview } from "../weekly/desk-preview.tsx";
import { DeskWords } from "../weekly/desk-words.tsx";
import { findDesk } from "../weekly/find-desk.server.ts";
import { canEditIssue } from "../weekly/policy.ts";
import { previewMail } from "../weekly/preview-mail.server.ts";
import { readIssueChange } from "../weekly/read-issue-change.ts";
import { sendTestMail } from "../weekly/send-test-mail.server.ts";
import { weekTitle } from "../weekly/week-words.ts";
import { requireWeek } from "./require-week.server.ts";

export const meta: MetaFunction = () => [{ title: "The editor’s desk · Corridor" }];

async function requireDesk({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canEditIssue(person)) return forbidden();
  const { monday } = await requireWeek(params.week);
  return { person, monday, ...(await findDesk({ person, monday })) };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { monday, desk, forAll } = await requireDesk(asked);
  const { as = "", sent } = searchParams(asked.request, { one: ["as", "sent"] });
  const preview = await previewMail({ forAll, handle: as, origin: asked.context.origin });
  return { monday, desk, as, preview, sent: sent === "1", key: randomUUID() };
}

export function action(asked: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const { person, monday, forAll } = await requireDesk(asked);
    const form = await readForm(asked.request);
    const address = `/weeks/${weekName(monday)}/edit`;
    const key = field(form, "key") ?? "";
    if (field(form, "intent") === "test" && isId(key)) {
      await sendTestMail({ personId: person.id, monday, key });
      return redirect(`${address}?sent=1`);
    }
    const version = Number(field(form, "version") ?? "x");
    const change = readIssueChange((name) => field(form, name), forAll.news.minute);
    if (!change || !Number.isSafeInteger(version) || version < 0)
      return badRequest("The form did not say what to do.");
    const inIssue = !("insightId" in change) || forAll.cards.some(({ id }) => id === change.insightId);
    if (!inIssue) return notFound();
    const { outcome } = await changeIssue({ personId: person.id, monday, version, change });
    if (outcome === "changed") return redirect(address);
    return data({ changedMeanwhile: true as const }, { status: 409 });
  });
}

export default function WeekEdit(): JSX.Element {
  const { monday, desk, as, preview, sent, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { version, approved, closed } = desk;
  return (
    <Column key={version}>
      <PageHeader
        serif
        title={`${weekTitle(monday)}: the editor’s desk`}
        kicker={
          <a href={`/weeks/${weekName(monday)}`} className="link">
            The issue as everybody sees it
          </a>
        }
        lead={standing({ approved, closed })}
      />
      {answer && "changedMeanwhile" in answer ? (
        <div className="mb-6">
          <Notice tone="warn" title="Somebody else has changed the issue meanwhile">
            Nothing of yours was saved. What stands here now is the latest; make your change once more.
          </Notice>
        </div>
      ) : (
        <NotDone answer={answer} />
      )}
      {sent && (
        <div className="mb-6">
          <Notice tone="done" title="A test mail to you is on its way" />
        </div>
      )}
      <Section title="Words">
        <DeskWords {...desk} />
      </Section>
      <Section title="Editor’s picks">
        <DeskPicks {...desk} />
      </Section>
      <Section title="How it comes by mail">
        <DeskPreview as={as} preview={preview} />
        <form method="post" className="mt-4">
          <input type="hidden" name="intent" value="test" />
          <input type="hidden" name="key" value={key} />
          <Button variant="secondary">Send it to me as a test</Button>
        </form>
      </Section>
      {!closed && (
        <Section title="Ready?">
          <form method="post">
            <input type="hidden" name="intent" value={approved ? "withdraw-approval" : "approve"} />
            <input type="hidden" name="version" value={version} />
            <Button variant={approved ? "secondary" : "primary"}>
              {approved ? "Not ready after all" : "Approve: show it to everybody now"}
            </Button>
          </form>
        </Section>
      )}
    </Column>
  );
}

function standing({ approved, closed }: { approved: boolean; closed: boolean }): string {
  if (closed) return "The week is closed. What you change here is seen at once; the mail has gone.";
  if (approved) return "Approved: everybody sees what you added. The mail goes at the library’s moment.";
  return "Only editors see what you add, until you approve it or the library’s moment comes: then it goes out by itself.";
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
