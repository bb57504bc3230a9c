import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { requirePerson } from "../http/require-person.server.ts";
import { listFilterOptions } from "../search/list-filter-options.server.ts";
import { MoreWaysForm } from "../search/more-ways-form.tsx";
import { SignList } from "../search/sign-list.tsx";
import { readSearch } from "../search/understand-request.server.ts";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "More ways to search · Corridor" }];

export async function loader({ request: sent, context }: LoaderFunctionArgs) {
  const person = await requirePerson(sent, context);
  const [request, choices] = await Promise.all([
    readSearch({ person, parameters: new URL(sent.url).searchParams }),
    listFilterOptions(person),
  ]);
  return { request, choices, departmentWord: choices.departmentWord.one };
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
