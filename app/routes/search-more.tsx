import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { insightKindNames } from "../insights/insight.ts";
import { listOfferedTags } from "../insights/list-offered-tags.server.ts";
import { findFilterLabels } from "../search/find-filter-labels.server.ts";
import { MoreWaysForm } from "../search/more-ways-form.tsx";
import { SignList } from "../search/sign-list.tsx";
import { readSearch } from "../search/understand-request.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "More ways to search · Corridor" }];

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const person = await requirePerson(sent, context);
  const [request, labels, tags, { departmentWord }] = await Promise.all([
    readSearch({ person, parameters: new URL(sent.url).searchParams }),
    findFilterLabels(),
    listOfferedTags({ person }),
    findLibrarySettings(),
  ]);
  const choicesOf = (named: ReadonlyMap<string, string>) =>
    [...named].map(([value, label]) => ({ value, label })).sort((a, b) => (a.label < b.label ? -1 : 1));
  const choices = {
    department: choicesOf(labels.department),
    person: choicesOf(labels.person),
    tag: tags.map(({ name }) => ({ value: name, label: name })),
    channel: choicesOf(labels.channel),
    kind: choicesOf(new Map(Object.entries(insightKindNames))),
    team: choicesOf(labels.team),
  };
  return { request, choices, departmentWord: departmentWord.one };
}

export default function SearchMore(): JSX.Element {
  const { request, choices, departmentWord } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="More ways to search"
        lead="Fill in what you know. Every part can be taken off again on the page of results."
      />
      <MoreWaysForm request={request} choices={choices} departmentWord={departmentWord} />
      <Section title="The same in the search box">
        <SignList />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
