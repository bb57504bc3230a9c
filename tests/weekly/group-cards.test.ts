import { expect, test } from "vitest";
import type { InsightCardData } from "#app/insights/insight-card-data.ts";
import { groupCards } from "#app/weekly/group-cards.ts";

function aCard(id: string, about: { department: string; tags?: string[]; team?: string }): InsightCardData {
  const { department, tags = [], team = "desk" } = about;
  const departments = [{ id: department, slug: department.toLowerCase(), name: department }];
  return { id, departments, tags, team: { slug: team, name: team } } as unknown as InsightCardData;
}

const cards = [
  aCard("1", { department: "Law", tags: ["ref"] }),
  aCard("2", { department: "Chemistry", team: "science" }),
  aCard("3", { department: "Law", tags: ["ebooks", "ref"], team: "science" }),
];

function shape(groups: ReturnType<typeof groupCards>): [string, string[]][] {
  return groups.map(({ title, cards: within }) => [title, within.map(({ id }) => id)]);
}

test("by department the reader's own stand first, the others by name", () => {
  expect(shape(groupCards({ by: "department", cards }))).toEqual([
    ["Chemistry", ["2"]],
    ["Law", ["1", "3"]],
  ]);
  const own = groupCards({ by: "department", cards, ownKeys: new Set(["law"]) });
  expect(own.map(({ title, own: mine }) => [title, mine])).toEqual([
    ["Law", true],
    ["Chemistry", false],
  ]);
});

test("by theme each card stands once, under its first tag, and those without one last", () => {
  expect(shape(groupCards({ by: "theme", cards }))).toEqual([
    ["ebooks", ["3"]],
    ["ref", ["1"]],
    ["Without a theme", ["2"]],
  ]);
});

test("by team", () => {
  expect(shape(groupCards({ by: "team", cards }))).toEqual([
    ["desk", ["1"]],
    ["science", ["2", "3"]],
  ]);
});
