import Coffee from "lucide-react/icons/coffee";
import { expect, test } from "vitest";
import { Badge } from "#app/ui/badge.tsx";
import { ChipLink } from "#app/ui/chip-link.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { ProblemPage } from "#app/ui/problem-page.tsx";
import { SignInLayout } from "#app/ui/sign-in-layout.tsx";
import { ClockProvider, TimeAgo } from "#app/ui/time-ago.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { render } from "./render.tsx";

test("an icon beside a word is not read; one that stands alone has a name", () => {
  const body = render(
    <>
      <Icon of={Coffee} />
      <Icon of={Coffee} label="Informal" />
    </>,
  );
  const [silent, named] = body.querySelectorAll("svg");
  expect(silent?.getAttribute("aria-hidden")).toBe("true");
  expect([named?.getAttribute("role"), named?.getAttribute("aria-label")]).toEqual(["img", "Informal"]);
  expect(named?.hasAttribute("aria-hidden")).toBe(false);
});

test("a page has one first heading, and a section is named by its own", () => {
  const body = render(
    <>
      <PageHeader
        title="This week"
        kicker="Week 47"
        lead="Much heard."
        actions={<a href="/weeks">Earlier</a>}
        serif
      />
      <Section title="Wins" hideTitle>
        <p>None</p>
      </Section>
    </>,
  );
  expect(body.querySelectorAll("h1")).toHaveLength(1);
  const section = body.querySelector("section");
  const named = section?.getAttribute("aria-labelledby");
  expect(section?.querySelector(`[id="${named}"]`)?.textContent).toBe("Wins");
});

test.each([
  ["info", "status", "Note"],
  ["done", "status", "Done"],
  ["warn", "status", "Warning"],
  ["error", "alert", "Problem"],
] as const)("a notice of %s is a %s and says so in a word", (tone, role, word) => {
  const body = render(
    <Notice tone={tone} title="Title">
      Text
    </Notice>,
  );
  expect(body.querySelector(`[role=${role}]`)?.textContent).toContain("TitleText");
  expect(body.querySelector("svg")?.getAttribute("aria-label")).toBe(word);
});

test("a time is relative, with the exact one on hover and for machines", () => {
  const at = new Date("2026-07-17T22:30:00Z");
  const clock = { now: new Date("2026-07-19T10:00:00Z"), timeZone: "Europe/London" };
  const time = render(
    <ClockProvider clock={clock}>
      <TimeAgo at={at} />
    </ClockProvider>,
  ).querySelector("time");
  expect(time?.textContent).toBe("2 days ago");
  expect(time?.title).toBe("17 July 2026, 23:30");
  expect(time?.dateTime).toBe("2026-07-17T22:30:00.000Z");
});

test("without a clock a time is exact rather than wrong", () => {
  expect(render(<TimeAgo at="2026-11-17" />).textContent).toBe("17 November 2026");
});

test("pagination links only where there is something, and is nothing when there is nothing", () => {
  const body = render(<Pagination older="/here?before=abc" olderLabel="Week 46" />);
  expect([...body.querySelectorAll("a")].map((link) => [link.rel, link.textContent])).toEqual([
    ["next", "Week 46"],
  ]);
  expect(render(<Pagination newer={null} />).textContent).toBe("");
});

test("a filter in force says that following it takes it away", () => {
  const body = render(
    <>
      <ChipLink to="/tags/ref" count={12} icon={Coffee}>
        ref
      </ChipLink>
      <ChipLink to="/search" chosen>
        open-access
      </ChipLink>
    </>,
  );
  const [plain, chosen] = body.querySelectorAll("a");
  expect(plain?.textContent).toBe("ref12");
  expect(chosen?.textContent).toBe("Remove filter: open-access");
});

test("a problem page says what happened, what was kept, what to do, and its reference", () => {
  const body = render(
    <ProblemPage
      title="Not saved"
      reassurance="Nothing was lost."
      reference="8f3k"
      actions={<a href="/">Back</a>}
    >
      The library’s database did not answer.
    </ProblemPage>,
  );
  for (const text of ["Not saved", "did not answer", "Nothing was lost.", "Back", "8f3k"]) {
    expect(body.textContent).toContain(text);
  }
});

test("the rest render, and none sends a style attribute", () => {
  const body = render(
    <SignInLayout title="Sign in" libraryName="Northmoor" lead="Welcome" footer="Help">
      <EmptyState title="Nothing yet" icon={Coffee} action={<a href="/new">Post</a>}>
        What is heard appears here.
      </EmptyState>
      <Disclosure summary="More" open>
        <Badge tone="signal" icon={Coffee}>
          Due
        </Badge>
      </Disclosure>
      <VisuallyHidden>Read aloud</VisuallyHidden>
      <LiveRegion urgent>Now</LiveRegion>
    </SignInLayout>,
  );
  expect(body.querySelectorAll("main h1")).toHaveLength(1);
  expect(body.querySelector("details")?.open).toBe(true);
  expect(body.querySelector("[role=alert]")?.getAttribute("aria-live")).toBe("assertive");
});
