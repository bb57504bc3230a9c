import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { settingsFor } from "./settings-places.ts";

export const meta: MetaFunction = () => [{ title: "Settings · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const groups = settingsFor(await requirePerson(request, context));
  return groups.length > 0 ? { groups } : forbidden();
}

export default function Settings(): JSX.Element {
  const { groups } = useLoaderData<typeof loader>();
  const say = useOurWords();
  return (
    <Column>
      <PageHeader title="Settings" />
      {groups.map(({ title, places }) => (
        <Section key={title} title={title}>
          <ul className="grid gap-3">
            {places.map(({ to, label, about }) => (
              <li key={to}>
                <Link to={to} className="link inline-block py-1 font-medium">
                  {say(label)}
                </Link>
                <span className="block text-sm text-soft">{say(about)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
