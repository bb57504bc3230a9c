import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { valuesOfTemplate } from "../insights/beginnings.ts";
import { findUndone } from "../insights/find-just-posted.server.ts";
import { formIdentity } from "../insights/form-in-hand.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { insightKinds } from "../insights/insight.ts";
import { InsightForm } from "../insights/insight-form.tsx";
import { findDraft } from "../insights/list-drafts.server.ts";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import { useFormInHand } from "../insights/use-form-in-hand.ts";
import { useKeptDraft } from "../insights/use-kept-draft.ts";
import { cleanText } from "../text/clean-text.ts";
import { Column, PageHeader } from "../ui/page.tsx";
import { postFromForm } from "./post-from-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Post an insight · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const asked = new URL(request.url).searchParams;
  const about = asked.get("department");
  const template = asked.get("template") ?? "";
  const key = asked.get("draft");
  const [{ choices, lastChannel }, undone, draft] = await Promise.all([
    listFormChoices({ person }),
    findUndone({ person, id: asked.get("undone") ?? "" }),
    key ? findDraft({ personId: person.id, key }) : undefined,
  ]);
  const named = choices.channels.find(({ slug }) => slug === asked.get("channel"))?.slug;
  // A search that found nothing becomes a question by these two.
  const kind = insightKinds.find((one) => one === asked.get("kind"));
  const body = cleanText((asked.get("body") ?? "").slice(0, 1_000));
  const begun = {
    body,
    kind,
    departments: about ? [about.slice(0, 80)] : [],
    tags: [],
    channel: named ?? lastChannel,
  };
  return {
    choices,
    undone,
    draft: draft?.insightId ? undefined : draft,
    values: valuesOfTemplate(begun, { slug: template, offered: choices.templates }),
    postingAs: person.name,
    writer: person.id,
    idempotencyKey: newIdempotencyKey(),
  };
}

export function action({ request, context }: ActionFunctionArgs) {
  return postFromForm({ request, context });
}

export default function NewInsight(): JSX.Element {
  const { choices, values: blank, undone, draft, ...page } = useLoaderData<typeof loader>();
  const kept = useKeptDraft();
  const { idempotencyKey, inHand, onForm } = useFormInHand({ ...page, draft });
  const values = inHand?.values ?? kept ?? undone ?? blank;
  const key = inHand?.key ?? idempotencyKey;
  const { writer } = page;
  return (
    <Column>
      <PageHeader title="Post an insight" />
      <InsightForm
        key={`${kept ? "kept" : ""} ${idempotencyKey} ${formIdentity(inHand)}`}
        choices={choices}
        values={values}
        hidden={{ key, as: writer }}
        keeping={{ writer, key, blank, inHand, mayRestore: !(kept || undone), onForm }}
        submitLabel="Post insight"
        autoFocus
        postingAs={page.postingAs}
      />
    </Column>
  );
}

export { keepPosting as clientAction } from "./keep-posting.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
