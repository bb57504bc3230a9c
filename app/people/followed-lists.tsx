import { Link } from "@remix-run/react";
import Eye from "lucide-react/icons/eye";
import type { JSX } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page.tsx";
import { type Followable, type FollowKind, followKinds } from "./follow.ts";
import { FollowButton } from "./follow-button.tsx";

type FollowedListsProps = {
  follows: readonly Followable[];
  /** The teams one might follow yet. */
  teams: readonly { slug: string; name: string }[];
  /** The page these stand on. */
  back: string;
};

const titles: Record<FollowKind, string> = { department: "Departments", tag: "Themes", team: "Teams" };

/** What one follows, kind by kind, each with its button; and the teams one might follow. */
export function FollowedLists({ follows, teams, back }: FollowedListsProps): JSX.Element {
  const others = teams.map((team): Followable => ({ kind: "team", slug: team.slug, name: team.name }));
  return (
    <>
      {follows.length === 0 && (
        <EmptyState
          icon={Eye}
          title="You follow nothing yet"
          action={
            <>
              <ButtonLink to="/departments">Choose departments</ButtonLink>
              <ButtonLink to="/tags" variant="secondary">
                Choose themes
              </ButtonLink>
            </>
          }
        >
          Press Follow on the page of a department or a theme, and what colleagues post there comes to you.
        </EmptyState>
      )}
      {followKinds.map((kind) => (
        <Rows
          key={kind}
          title={titles[kind]}
          things={follows.filter((one) => one.kind === kind)}
          following
          back={back}
        />
      ))}
      <Rows title="Other teams" things={others} following={false} back={back} />
    </>
  );
}

type RowsProps = { title: string; things: readonly Followable[]; following: boolean; back: string };

function Rows({ title, things, following, back }: RowsProps): JSX.Element | null {
  if (things.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="divide-y divide-line">
        {things.map((thing) => (
          <li key={thing.slug} className="row py-2">
            <Name thing={thing} />
            <FollowButton thing={thing} following={following} back={back} size="small" />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Name({ thing: { kind, slug, name } }: { thing: Followable }): JSX.Element {
  if (kind === "team") return <span className="min-w-0 wrap-anywhere">{name}</span>;
  const to = kind === "department" ? `/departments/${slug}` : `/tags/${encodeURIComponent(slug)}`;
  return (
    <Link to={to} className="link min-w-0 wrap-anywhere pointer-coarse:py-2.5">
      {name}
    </Link>
  );
}
