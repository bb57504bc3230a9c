import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { DrawnCards } from "#app/insights/draw-cards.server.tsx";
import { InsightCard } from "#app/insights/insight-card.tsx";
import type { InsightCardData } from "#app/insights/insight-card-data.ts";
import { drawPiece } from "#app/ui/draw-piece.server.tsx";
import { markupForPage } from "#app/ui/keep-markup.server.tsx";
import { MarkupKeeper } from "#app/ui/kept-markup.tsx";
import { ClockProvider } from "#app/ui/time-ago.tsx";

const card: InsightCardData = {
  id: "01a20630-aeb5-71e5-a656-6fb0c21e8e9b",
  seq: 7,
  html: "<p>Moving to <em>open</em> textbooks & cups</p>",
  kind: "win",
  basis: "fact",
  visibility: "team",
  heardOn: "2026-11-20",
  postedAt: new Date("2026-11-20T09:00:00Z"),
  editedAt: new Date("2026-11-21T09:00:00Z"),
  supersededById: "01a20630-aeb5-71e5-a656-000000000000",
  reviewOn: "2028-11-20",
  stillTrue: { by: "Tom Reed", at: "2026-11-21T09:00:00Z" },
  author: { handle: "priya", name: "Priya O'Shah", jobTitle: "Liaison" },
  team: { slug: "science", name: "Science" },
  channel: { slug: "coffee", name: "Coffee", phrase: "over coffee", formality: "informal" },
  departments: [
    { id: "a", slug: "informatics", name: "Informatics" },
    { id: "b", slug: "law", name: "Law" },
  ],
  tags: ["open-access", "café"],
  voices: 3,
  voiceTeams: 2,
  lastHeardOn: "2026-11-21",
  comments: 2,
  answered: false,
  readerVoice: "own",
  files: [
    {
      id: "01a20630-aeb5-71e5-a656-6fb0c21e8e9c",
      type: "image/png",
      name: "Poster.png",
      bytes: 90_000,
      width: 900,
      height: 600,
      alternativeText: "A poster: “silence” & ten o'clock",
    },
    {
      id: "01a20630-aeb5-71e5-a656-6fb0c21e8e9d",
      type: "application/pdf",
      name: "Minutes.pdf",
      bytes: 2_000_000,
      width: null,
      height: null,
      alternativeText: "",
    },
  ],
};

type Shown = { insight?: InsightCardData; now?: string; kept: boolean; alone?: boolean; excerpt?: string };

function drawn({ insight = card, now = "2026-11-23T10:00:00Z", kept, ...props }: Shown): string {
  const { keep, fillIn } = markupForPage("place");
  const html = renderToString(
    <MarkupKeeper.Provider value={kept ? keep : undefined}>
      <ClockProvider clock={{ now: new Date(now), timeZone: "Europe/London" }}>
        {createElement(InsightCard, { insight, ...props })}
      </ClockProvider>
    </MarkupKeeper.Provider>,
  );
  return kept ? String(fillIn(html)) : html;
}

test.each([
  {},
  { alone: true },
  { excerpt: "open\u{E000}books" },
  { insight: { ...card, supersededById: null, editedAt: null, tags: [] } },
])("the browser finds the very markup it would draw itself, the first time and again: %o", (props) => {
  const fresh = drawn({ ...props, kept: false });
  expect(drawn({ ...props, kept: true })).toBe(fresh);
  expect(drawn({ ...props, kept: true })).toBe(fresh);
});

test("what was kept is not shown for a card that differs, nor on another day", () => {
  expect(drawn({ kept: true })).toContain("3 days ago");
  expect(drawn({ kept: true, now: "2026-11-24T00:30:00Z" })).toContain("4 days ago");
  const corrected = { ...card, html: "<p>Moving to open journals</p>" };
  expect(drawn({ insight: corrected, kept: true })).toContain("open journals");
  expect(drawn({ insight: { ...card, visibility: "me" }, kept: true })).toContain("Only me");
});

test("a list holds each card as its reader has it, and nothing somebody wrote passes for a card's place", () => {
  const cards: InsightCardData[] = [
    { ...card, id: "1", html: "<p>First</p>", readerVoice: "given" },
    { ...card, id: "2", html: "<p>Second <!--place/0--></p>", readerVoice: "none" },
    { ...card, id: "3", html: "<p>Third</p>" },
  ];
  const isNew = ({ id }: InsightCardData) => id === "3";
  const page = String(drawPiece(<DrawnCards cards={cards} today="2026-11-23" isNew={isNew} />));
  const [, first, second, third] = page.split("<article");
  expect(first).toContain("First");
  expect(first).toContain("You&#x27;ve heard this too");
  expect(first).not.toContain(">New<");
  expect(second).toContain("<p>Second <!--place/0--></p>");
  expect(second).toContain("I&#x27;ve heard this too");
  expect(third).not.toContain("heard this too");
  expect(third).toContain(">New<");
});
