import { expect, test, vi } from "vitest";
import { demonstrationAllowed } from "#app/http/demonstration.server.ts";

vi.hoisted(() => {
  process.env.CORRIDOR_DEMO = "1";
});

test("with the setting, demonstration accounts are for a browser on this machine alone", () => {
  const context = { nonce: "", reference: "", origin: "http://localhost:3000", clientIp: "127.0.0.1" };
  expect(demonstrationAllowed({ ...context, onThisMachine: true })).toBe(true);
  expect(demonstrationAllowed({ ...context, onThisMachine: false })).toBe(false);
});
