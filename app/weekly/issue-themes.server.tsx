import type { JSX } from "react";
import { excerpt } from "../text/excerpt.ts";
import { TagLink } from "../ui/tag-link.tsx";
import type { HeardRow } from "./heard-row.ts";
import { IssueSection } from "./issue-section.server.tsx";
import { perWeek, placesInWords } from "./minute.ts";
import type { Rising } from "./rising.ts";
import type { SeveralPlaces } from "./several-places.ts";

const mostInsights = 2;

/** Themes up against the four weeks before, each with what was heard. */
export function RisingThemes({ rising }: { rising: readonly Rising[] }): JSX.Element {
  return (
    <IssueSection
      id="rising"
      title="Rising"
      lead="Mentioned clearly more often than in the four weeks before, by more than one colleague."
    >
      <ul className="grid gap-6 print:gap-2">
        {rising.map(({ theme, is, count, meanBefore, insights }) => (
          <li key={`${is} ${theme}`} className="grid gap-1.5">
            <Heading theme={theme} is={is}>
              {`${count} insights; ${perWeek(meanBefore)}`}
            </Heading>
            <Heard insights={insights} />
          </li>
        ))}
      </ul>
    </IssueSection>
  );
}

/** Themes that are not one department's alone. */
export function SeveralPlacesList({ several }: { several: readonly SeveralPlaces[] }): JSX.Element {
  return (
    <IssueSection
      id="several"
      title="Heard in several places"
      lead="The same theme in departments that have little to do with each other, or from several teams: somebody might bring them together."
    >
      <ul className="grid gap-6 print:gap-2">
        {several.map((place) => (
          <li key={place.theme} className="grid gap-1.5">
            <Heading theme={place.theme} is="tag">
              {`${placesInWords(place)}; ${place.teams === 1 ? "one team" : `${place.teams} teams`}`}
            </Heading>
            <Heard insights={place.insights} />
          </li>
        ))}
      </ul>
    </IssueSection>
  );
}

function Heading({
  theme,
  is,
  children,
}: {
  theme: string;
  is: Rising["is"];
  children: string;
}): JSX.Element {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold">
        {is === "tag" ? <TagLink tag={theme} to={`/tags/${encodeURIComponent(theme)}`} /> : `“${theme}”`}
      </span>
      <span className="text-sm text-soft">{children}</span>
    </p>
  );
}

/** Of each insight a line, leading to it on the page. */
function Heard({ insights }: { insights: readonly HeardRow[] }): JSX.Element {
  const more = insights.length - mostInsights;
  return (
    <ul className="grid max-w-measure gap-1 border-l-2 border-line pl-4 text-sm print:hidden">
      {insights.slice(0, mostInsights).map(({ id, text, departments: [first] }) => (
        <li key={id}>
          <a href={`#${id}`} className="inline-block min-h-6 hover:text-accent">
            <span className="font-medium">{first?.name}:</span> {excerpt(text, 110)}
          </a>
        </li>
      ))}
      {more > 0 && <li className="text-soft">{`and ${more} more on this page`}</li>}
    </ul>
  );
}
