import { Link } from "@remix-run/react";
import type { JSX, ReactNode } from "react";
import { type Contact, type ContactRole, contactRoleNames, isThere } from "./contact.ts";
import type { Need } from "./need.ts";
import type { Profile } from "./profile.ts";
import { RhythmLine } from "./receptiveness.tsx";
import type { LastContact } from "./rhythm.ts";

type BeforeYouMeetProps = {
  department: { slug: string; name: string };
  contacts: readonly Contact[];
  profile: Profile;
  needs: readonly Need[];
  lastContact: LastContact;
  /** The latest insight, in a line. */
  latest: ReactNode;
  today: string;
  mayKeep: boolean;
};

const wanted: readonly ContactRole[] = ["head", "library-rep", "library-friend", "new-person"];

/** The three things wanted before a meeting: who is there for us, what was heard last, and what we owe them. */
export function BeforeYouMeet(props: BeforeYouMeetProps): JSX.Element {
  const { department, contacts, profile, needs, lastContact, latest, today, mayKeep } = props;
  const address = `/departments/${department.slug}`;
  const people = contacts.filter((contact) => wanted.includes(contact.role) && isThere(contact, today));
  const owed = needs.filter(({ state }) => state === "unmet");
  return (
    <div className="mb-10 grid gap-x-8 gap-y-6 md:grid-cols-3">
      <Thing title="Who leads, and who is our friend">
        {people.length === 0 ? (
          <p className="text-soft">
            Nobody noted yet.{" "}
            {mayKeep && (
              <Link to={`${address}/contacts`} className="link">
                Add a contact
              </Link>
            )}
          </p>
        ) : (
          <ul className="grid gap-1.5">
            {wanted.flatMap((role) =>
              people
                .filter((contact) => contact.role === role)
                .slice(0, 3)
                .map(({ id, name, place }) => (
                  <li key={id}>
                    <span className="block text-sm text-soft">{contactRoleNames[role]}</span>
                    <Link to={`${address}/contacts#${id}`} className="link font-medium">
                      {name}
                    </Link>
                    {place && <span className="block text-sm">{place}</span>}
                  </li>
                )),
            )}
          </ul>
        )}
      </Thing>
      <Thing title="What we last heard">
        <RhythmLine profile={profile} lastContact={lastContact} today={today} />
        {latest}
      </Thing>
      <Thing title="What we owe them">
        {owed.length === 0 ? (
          <p className="text-soft">No unmet need is noted.</p>
        ) : (
          <ul className="grid gap-1.5">
            {owed.slice(0, 4).map(({ serviceId, service, note }) => (
              <li key={serviceId}>
                <Link to={`${address}/needs`} className="link font-medium">
                  {service}
                </Link>
                <span className="block text-sm">{note || "An unmet need"}</span>
              </li>
            ))}
          </ul>
        )}
      </Thing>
    </div>
  );
}

function Thing({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  return (
    <section className="grid content-start gap-2 border-t-2 border-accent pt-2">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
