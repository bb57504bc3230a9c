import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { listKeptTags } from "../insights/list-kept-tags.server.ts";
import { countEffect, type WordEffect } from "../search/count-effect.server.ts";
import { forgetDialect } from "../search/find-dialect.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { cleanLine } from "../text/clean-text.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { EmptySearchesList } from "../vocabulary/empty-searches-list.tsx";
import { emptySearchLimits, listEmptySearches } from "../vocabulary/keep-empty-searches.server.ts";
import { listKeptWords } from "../vocabulary/list-words.server.ts";
import { canKeepVocabulary } from "../vocabulary/policy.ts";
import {
  inField,
  type SentWordGroup,
  type WordGroupProblems,
  wordGroupLimits,
} from "../vocabulary/word-group.ts";
import { wordsByIntent } from "../vocabulary/words-by-intent.server.ts";
import { WordsElsewhere } from "../vocabulary/words-elsewhere.tsx";
import { WordsForm } from "../vocabulary/words-form.tsx";
import { WordsList } from "../vocabulary/words-list.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Words · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepVocabulary(person)) return forbidden();
  const [groups, searches, aside, departments, tags] = await Promise.all([
    listKeptWords(),
    listEmptySearches({ aside: false }),
    listEmptySearches({ aside: true }),
    listDepartments(),
    listKeptTags({ person }),
  ]);
  const asked = new URL(request.url).searchParams;
  const changed = groups.find(({ id, removed }) => id === asked.get("change") && !removed);
  const begun = cleanLine((asked.get("words") ?? "").slice(0, 200));
  const values = changed
    ? { kind: changed.kind, words: inField(changed.words), finds: inField(changed.finds) }
    : { kind: "same", words: begun && `${begun}, `, finds: "" };
  return {
    form: { id: changed?.id ?? crypto.randomUUID(), version: changed?.version ?? 0, values },
    groups,
    searches,
    aside,
    days: emptySearchLimits.days,
    departments: departments
      .filter(({ aliases }) => aliases.length > 0)
      .map(({ slug, name, aliases }) => ({ to: `/settings/departments/${slug}`, name, also: aliases })),
    tags: tags
      .filter(({ synonyms }) => synonyms.length > 0)
      .map(({ name, synonyms }) => ({
        to: `/settings/tags/${encodeURIComponent(name)}`,
        name,
        also: synonyms,
      })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepVocabulary(person)) return forbidden();
    const form = await readForm(request);
    const text = (name: string) => (field(form, name) ?? "").slice(0, 2_100);
    const id = text("id") || crypto.randomUUID();
    const version = Number(/^\d{1,6}$/.exec(text("version") || "0")?.[0] ?? Number.NaN);
    if (!isId(id) || Number.isNaN(version)) return badRequest("The form came without its key.");
    const sent = { kind: text("kind"), words: text("words"), finds: text("finds") };
    const turned = await wordsByIntent({
      ...{ actorId: person.id, id, version, sent },
      intent: text("intent"),
      searched: text("searched"),
    });
    const shown = { id, version, values: sent };
    switch (turned.outcome) {
      case "unknown":
        return badRequest("The form did not say what to do.");
      case "not-there":
        return notFound();
      case "refused":
        return data({ form: { ...shown, problems: turned.problems } }, { status: 400 });
      case "shown":
        return data({
          form: { ...shown, effects: await countEffect({ person, id, content: turned.content }) },
        });
      case "too-many":
        return data({ form: shown, problem: tooMany }, { status: 409 });
      case "changed-meanwhile":
        return data({ ...(await asItStands(id, sent)), problem: changedMeanwhile }, { status: 409 });
      case "done":
        forgetDialect();
        return redirect("/settings/words", {
          headers: turned.notice ? { "Set-Cookie": noticeCookie(request, turned.notice) } : {},
        });
    }
  });
}

const tooMany = `There are ${wordGroupLimits.groups} already: take one away first.`;
const changedMeanwhile =
  "A colleague has changed these words since you opened them. They stand under “In force” as they are now; what you wrote is still here, and saving it takes their place.";

/** What was written, as a change of what a colleague has saved; nothing was written by a press in the list. */
async function asItStands(id: string, values: SentWordGroup): Promise<{ form?: Shown }> {
  const now = (await listKeptWords()).find((group) => group.id === id);
  return values.words && now ? { form: { id, version: now.version, values } } : {};
}

type Shown = {
  id: string;
  version: number;
  values: SentWordGroup;
  problems?: WordGroupProblems;
  effects?: WordEffect[];
};
type Answer = { form?: Shown; problem?: string } & Undone;

export default function SettingsWords(): JSX.Element {
  const { groups, searches, aside, days, departments, tags, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  const form: Shown = answer?.form ?? page.form;
  const kept = groups.filter(({ removed }) => !removed);
  const gone = groups.filter(({ removed }) => removed);
  return (
    <Column>
      <PageHeader
        title="Words"
        kicker={<SettingsKicker />}
        lead="How this library speaks: acronyms, nicknames of things, words that mean the same. British and American spellings, plurals and accents need no line: they are one to every search."
      />
      <NotDone answer={answer} />
      {answer?.problem && (
        <div className="mb-6">
          <Notice tone="error" title="Not saved">
            {answer.problem}
          </Notice>
        </div>
      )}
      <Section title={form.version > 0 ? "Change these" : "What means the same"} id="words-form">
        <WordsForm key={`${form.id} ${form.version}`} {...form} />
      </Section>
      <Section title="Searched for in vain">
        {searches.length === 0 ? (
          <EmptyState title="Nothing at the moment">
            Words that colleagues search for and find no insight by stand here, to be made synonyms of those
            that are written.
          </EmptyState>
        ) : (
          <EmptySearchesList searches={searches} aside={false} />
        )}
        {aside.length > 0 && (
          <div className="mt-3">
            <Disclosure summary="Put aside">
              <EmptySearchesList searches={aside} aside />
            </Disclosure>
          </div>
        )}
        <p className="mt-3 max-w-measure text-sm text-soft">
          Kept are the words, how often they were searched for and the last day: never who searched, nor when
          or where. Left out are names of colleagues and contacts, addresses, long numbers and pasted texts.
          What nobody has searched for in {days} days is forgotten.
        </p>
      </Section>
      <Section title="In force">
        {kept.length === 0 ? (
          <EmptyState title="No words yet">An acronym and what it stands for is a good beginning.</EmptyState>
        ) : (
          <WordsList groups={kept} />
        )}
      </Section>
      <Section title="Looked after elsewhere">
        <p className="mb-2 max-w-measure text-soft">
          {say(
            "A search for another name of a department or a tag finds what is about it. These names are kept with the department or the tag.",
          )}
        </p>
        <WordsElsewhere
          summary={say(`Nicknames and old names of departments (${departments.length})`)}
          named={departments}
        />
        <WordsElsewhere summary={`Synonyms of tags (${tags.length})`} named={tags} />
      </Section>
      {gone.length > 0 && (
        <Section title="Taken away">
          <WordsList groups={gone} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
