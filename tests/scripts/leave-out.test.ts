import { expect, test } from "vitest";
import { cutOut } from "#scripts/services/leave-out.ts";

test("what stands elsewhere in a text by now stops the build, and is not left in", () => {
  const cuts = [["if (isOld) {", "if (false) {"] as const, [/ {2}debug\(\);\n/, ""] as const];
  const code = "if (isOld) {\n  debug();\n}\nif (isOld) {\n}\n";
  expect(cutOut(code, cuts, "router.js")).toBe("if (false) {\n}\nif (false) {\n}\n");
  expect(() => cutOut("if (old) {\n  debug();\n}\n", cuts, "router.js")).toThrow(
    /router\.js reads otherwise/,
  );
});
