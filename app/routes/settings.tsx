import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { PlaceList } from "../settings/place-list.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { settingsFor } from "./settings-places.ts";

export const meta: MetaFunction = () => [{ title: "Settings · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const groups = settingsFor(await requirePerson(request, context));
  return groups.length > 0 ? { groups } : forbidden();
}

export default function Settings(): JSX.Element {
  const { groups } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader title="Settings" />
      {groups.map(({ title, places }) => (
        <Section key={title} title={title}>
          <PlaceList places={places} />
        </Section>
      ))}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
