import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { listKeptTags } from "../insights/list-kept-tags.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { readingRule } from "../insights/readable.ts";
import { mergeIsKnown, synonymIsKnown, tagIsHidden } from "../insights/synonym-is-known.server.ts";
import type { Person } from "../people/person.ts";
import { ButtonLink } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { listMerges } from "../vocabulary/list-merges.server.ts";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import { tagByIntent } from "../vocabulary/tag-by-intent.server.ts";
import { TagForms } from "../vocabulary/tag-forms.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.tag.name ?? "There is nothing here"} · Tags · Corridor` },
];

/** The tag and all this editor may know of: one they may not is not there. */
async function findKept(person: Person, name = "") {
  const tags = await listKeptTags({ person });
  return { tag: tags.find((each) => each.name === name) ?? notFound(), tags };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  const { tag, tags } = await findKept(person, params.tag);
  const others = tags.filter(({ id, retired }) => id !== tag.id && !retired).map(({ name }) => name);
  const { id, ...shown } = tag;
  return {
    tag: shown,
    others,
    merges: await listMerges(id, { known: mergeIsKnown(readableInSql(readingRule(person))) }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepVocabulary(person)) return forbidden();
    const { tag, tags } = await findKept(person, params.tag);
    const form = await readForm(request);
    const sent = (name: string) => (field(form, name) ?? "").slice(0, 2_000);
    const idOf = (name: string) => tags.find((each) => each.name === name)?.id;
    const turned = await tagByIntent({
      actorId: person.id,
      tagId: tag.id,
      intent: sent("intent"),
      sent,
      idOf,
      known: synonymIsKnown(readableInSql(readingRule(person))),
      hidden: tagIsHidden(readableInSql(readingRule(person))),
    });
    if (!turned) return badRequest("The form did not say what to do.");
    if (turned.outcome === "refused") return data({ problem: turned.problem }, { status: 400 });
    return redirect(`/settings/tags/${encodeURIComponent(turned.name)}`, {
      headers: { "Set-Cookie": noticeCookie(request, "tag-saved") },
    });
  });
}

type Answer = { problem?: string } & Undone;

export default function SettingsTag(): JSX.Element {
  const { tag, others, merges } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader
        title={tag.name}
        kicker={
          <Link to="/settings/tags" className="link inline-block py-1">
            Tags
          </Link>
        }
        lead={`${tag.insights === 1 ? "One insight" : `${tag.insights} insights`} you may read.`}
        actions={
          <ButtonLink to={`/settings/tags/${encodeURIComponent(tag.name)}/history`} variant="secondary">
            History
          </ButtonLink>
        }
      />
      <NotDone answer={answer} />
      {answer?.problem && (
        <div className="mb-6">
          <Notice tone="error" title="Not done">
            {answer.problem}
          </Notice>
        </div>
      )}
      <TagForms key={tag.name} tag={tag} others={others} merges={merges} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
