import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { type Contact, isThere } from "../departments/contact.ts";
import { contactFields, contactValues, newContact } from "../departments/contact-fields.ts";
import { ContactItem } from "../departments/contact-item.tsx";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { type EntriesAnswer, EntryList, EntryNews, NewEntry } from "../departments/entry-list.tsx";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { canKeepProfile } from "../departments/policy.ts";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, Section } from "../ui/page.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { keepEntries } from "./keep-entries.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Contacts · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { removed } = searchParams(request, { one: ["removed"] });
  const slug = params.slug ?? "";
  const [department, entries] = await Promise.all([
    requireDepartment(slug, request),
    findDepartmentEntries(slug),
  ]);
  if (!entries) return notFound();
  const { name } = department;
  return {
    department: { slug, name },
    contacts: entries.contacts,
    mayKeep: canKeepProfile(person, department),
    removed,
    freshId: newIdempotencyKey(),
  };
}

export function action(args: ActionFunctionArgs) {
  return keepEntries({ ...args, kind: "contact", names: contactFields.map(({ name }) => name) });
}

export default function Contacts(): JSX.Element {
  const { department, contacts, mayKeep, removed, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as EntriesAnswer | undefined;
  const today = useToday();
  const listed = (shown: Contact[]) =>
    shown.map((contact) => ({
      id: contact.id,
      version: contact.version,
      name: contact.name,
      body: <ContactItem contact={contact} />,
      values: contactValues(contact),
      mayChange: mayKeep,
    }));
  const here = contacts.filter((contact) => isThere(contact, today));
  const gone = contacts.filter((contact) => !isThere(contact, today));
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/contacts"
        title="Contacts"
        lead="Who is there, as colleagues noted it. Only what helps the library's work, in neutral words."
      />
      <EntryNews entries={contacts} answer={answer} removed={removed} />
      <Section title="Who is there">
        {here.length === 0 && (
          <EmptyState title="Nobody noted yet">
            The head, the library representative, friends of the library and new people will stand here.
          </EmptyState>
        )}
        <EntryList entries={listed(here)} fields={contactFields} answer={answer} />
        {mayKeep && (
          <NewEntry
            key={freshId}
            freshId={freshId}
            summary="Add a contact"
            open={here.length === 0}
            fields={contactFields}
            values={newContact}
            entries={contacts}
            answer={answer}
          />
        )}
      </Section>
      {gone.length > 0 && (
        <Section title="No longer there">
          <EntryList entries={listed(gone)} fields={contactFields} answer={answer} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
