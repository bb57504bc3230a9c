import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { optionalPerson } from "../http/require-person.server.ts";
import { AccessibilityStatement } from "../settings/accessibility-statement.tsx";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

export const meta: MetaFunction = () => [{ title: "Accessibility · Corridor" }];

/** For anybody: whoever cannot sign in because of a barrier must be able to read whom to tell. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [person, { libraryName, contact }] = await Promise.all([
    optionalPerson(request, context),
    findLibrarySettings(),
  ]);
  return { libraryName, contact, signedIn: person !== undefined };
}

export default function AboutAccessibility(): JSX.Element {
  const { libraryName, contact, signedIn } = useLoaderData<typeof loader>();
  const statement = <AccessibilityStatement libraryName={libraryName} contact={contact} />;
  if (signedIn) return statement;
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-column px-5 py-8 outline-none">
      <p className="mb-6">
        <a href="/sign-in" className="link inline-block py-1">
          Sign in to Corridor
        </a>
      </p>
      {statement}
    </main>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
