import { expect, test } from "vitest";
import { readDraft } from "#app/insights/insight-draft.ts";

const today = "2026-11-20";
const sound = { body: "Heard it", departments: ["physics"], channel: "coffee" };

test("three things are enough; the rest has its usual value", () => {
  expect(readDraft(sound, { today })).toEqual({
    draft: {
      ...sound,
      tags: [],
      kind: "observation",
      basis: "reported",
      visibility: "staff",
      heardOn: today,
    },
  });
});

test.each([
  ["no text", { body: " \u0000\n " }, "body", "Write what you heard"],
  ["a text of marks unseen", { body: "\u200e \u200d" }, "body", "Write what you heard"],
  ["too long a text", { body: "ä".repeat(10_001) }, "body", "20,000 bytes"],
  ["no department", { departments: [] }, "departments", "Choose a department"],
  ["eleven departments", { departments: [..."abcdefghijk"] }, "departments", "At most 10"],
  ["no channel", { channel: "" }, "channel", "Choose how you heard it"],
  ["a tag that is none", { tags: ["5g"] }, "tags", "“5g” cannot be a tag"],
  ["thirteen tags", { tags: [..."abcdefghijklm"] }, "tags", "At most 12 tags"],
  ["a kind of one's own", { kind: "gossip" }, "kind", "from the list"],
  ["a visibility of one's own", { visibility: "public" }, "visibility", "from the list"],
  ["a day that never was", { heardOn: "2026-02-30" }, "heardOn", "2026-11-17"],
  ["tomorrow", { heardOn: "2026-11-21" }, "heardOn", "in the future"],
  ["long ago", { heardOn: "1949-12-31" }, "heardOn", "too long ago"],
  ["a field that nobody asked for", { authorId: "x" }, "form", "authorId"],
  ["two texts", { body: ["a", "b"] }, "body", "Write what you heard"],
])("%s is refused with words beside its field", (_, wrong, field, words) => {
  const read = readDraft({ ...sound, ...wrong }, { today });
  expect(read).toMatchObject({ problems: { [field]: expect.stringContaining(words) } });
});

test("what is no object at all is told what to send", () => {
  expect(readDraft("text", { today })).toEqual({
    problems: { form: expect.stringMatching(/^Send an object with the fields body, departments/) },
  });
});

test.each([7, "", null, [], [7], {}, true, "x".repeat(1_000)])(
  "whatever of %j is refused, is refused in our own words",
  (value) => {
    const problems = [value, ...Object.keys(sound).map((field) => ({ ...sound, [field]: value }))].map(
      (sent) => {
        const read = readDraft(sent, { today });
        return "problems" in read ? Object.values(read.problems).join(" ") : "";
      },
    );
    // A schema's own words speak of inputs and types.
    expect(problems.join("\n")).not.toMatch(/invalid|expected|received|unrecognized|too big/i);
  },
);

test.each([
  [{ body: "ä".repeat(10_000) }],
  [{ departments: [..."abcdefghij"] }],
  [{ tags: [..."abcdefghijkl"] }],
  [{ heardOn: today }],
  [{ heardOn: "1950-01-01" }],
])("at the limit it is taken", (change) => {
  expect(readDraft({ ...sound, ...change }, { today })).toHaveProperty("draft");
});
