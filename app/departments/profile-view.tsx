import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Disclosure } from "../ui/disclosure.tsx";
import { Section } from "../ui/page.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { type Profile, profileFieldNames, profileFields } from "./profile.ts";

type ProfileViewProps = { slug: string; profile: Profile; mayKeep: boolean };

/** The core business, and the rest of the profile folded away; who wrote it, and when. */
export function ProfileView({ slug, profile, mayKeep }: ProfileViewProps): JSX.Element | null {
  const { coreBusiness, edited } = profile;
  const rest = profileFields.filter((field) => field !== "coreBusiness" && profile[field]);
  if (!mayKeep && !coreBusiness && rest.length === 0) return null;
  return (
    <Section
      title="What they do"
      actions={
        mayKeep && (
          <Link to={`/departments/${slug}/profile`} className="link">
            Change the profile
          </Link>
        )
      }
    >
      <div className="grid gap-3">
        <p className="max-w-measure whitespace-pre-line">
          {coreBusiness || <span className="text-soft">Nobody has written their core business yet.</span>}
        </p>
        {rest.length > 0 && (
          <Disclosure summary="Agendas, places, systems and how to approach them">
            <dl className="grid gap-3">
              {rest.map((field) => (
                <div key={field}>
                  <dt className="text-sm text-soft">{profileFieldNames[field]}</dt>
                  <dd className="max-w-measure whitespace-pre-line">{profile[field]}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
        {edited && (
          <p className="text-sm text-soft">
            written by {edited.by}, <TimeAgo at={edited.at} />
          </p>
        )}
      </div>
    </Section>
  );
}
