import { describe, expect, test } from "vitest";
import {
  approachOutcomeNames,
  approachOutcomes,
  approachWayNames,
  approachWays,
} from "#app/departments/approach.ts";
import { contactRoleNames, contactRoles, isThere } from "#app/departments/contact.ts";
import { needStateNames, needStates } from "#app/departments/need.ts";
import { canKeepServices, canKeepStructure } from "#app/departments/policy.ts";
import { profileDraft, profileFieldNames, profileFields, profileHints } from "#app/departments/profile.ts";
import { rhythmNames, rhythms } from "#app/departments/rhythm.ts";
import {
  nextCheck,
  type Source,
  sourceKindNames,
  sourceKinds,
  subscriptionNames,
  subscriptions,
} from "#app/departments/source.ts";
import { aProfile } from "./entries.ts";

const unkind = /reject|hostile|refus|fail|lead|target|customer|pipeline/i;

describe.each([
  ["ways", approachWays, approachWayNames],
  ["outcomes", approachOutcomes, approachOutcomeNames],
  ["roles", contactRoles, contactRoleNames],
  ["needs", needStates, needStateNames],
  ["fields", profileFields, profileFieldNames],
  ["hints", profileFields, profileHints],
  ["rhythms", rhythms, rhythmNames],
  ["sources", sourceKinds, sourceKindNames],
  ["subscriptions", subscriptions, subscriptionNames],
] as [string, readonly string[], Record<string, string>][])("%s", (_, values, names) => {
  test("each has a name of its own, in neutral words", () => {
    expect(Object.keys(names).sort()).toEqual([...values].sort());
    expect(new Set(Object.values(names)).size).toBe(values.length);
    for (const name of Object.values(names)) expect(name).not.toMatch(unkind);
  });
});

test("a contact is there until the day they go", () => {
  expect(isThere({ until: null }, "2026-11-28")).toBe(true);
  expect(isThere({ until: "2026-11-28" }, "2026-11-28")).toBe(true);
  expect(isThere({ until: "2026-11-27" }, "2026-11-28")).toBe(false);
});

test("a source is due its weeks after it was looked at, at once when nobody has yet, and never without weeks", () => {
  const source = (given: Pick<Source, "everyWeeks"> & { checkedOn: string | null }) =>
    nextCheck(given, "2026-11-28");
  expect(source({ everyWeeks: 2, checkedOn: "2026-11-20" })).toBe("2026-12-04");
  expect(source({ everyWeeks: 2, checkedOn: null })).toBe("2026-11-28");
  expect(source({ everyWeeks: null, checkedOn: null })).toBe(null);
});

test("editors look after the tree and the services, others do not", () => {
  for (const may of [canKeepStructure, canKeepServices]) {
    expect(["assistant", "liaison", "editor", "admin"].map((role) => may({ role } as never))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  }
});

test("a profile's rhythm is one of the list or none", () => {
  expect(profileDraft.safeParse({ ...aProfile(), rhythm: "" }).data?.rhythm).toBe(null);
  expect(profileDraft.safeParse({ ...aProfile(), rhythm: "daily" }).success).toBe(false);
});
