import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";

/** The only files that open a connection to anybody: the engine, the mail server. Their addresses are the operator's. */
const mayConnect = [
  "app/search/engine.server.ts",
  "app/search/engine-question.server.ts",
  "app/search/mint-search-keys.server.ts",
  "app/mail/open-mail-server.server.ts",
];
const connects = /\bfetch\(|\bundici\b|node:(https?|net|tls|dns|dgram)"|new Meilisearch\(|createTransport\(/;

test("nothing the server does asks an address that somebody typed: no previews, no remote pictures, no hooks", () => {
  const names = readdirSync(join(projectFolder, "app"), { recursive: true, encoding: "utf8" });
  const found = names
    .map((name) => join("app", name))
    .filter((path) => /\.server\.tsx?$/.test(path))
    .filter((path) => connects.test(readFileSync(join(projectFolder, path), "utf8")))
    // It listens, and asks nobody.
    .filter(
      (path) =>
        !/^app\/http\/(web-server|dev-files|drain|broken-request|identify-request)\.server\.ts$/.test(path),
    );
  expect(found.filter((path) => !mayConnect.includes(path))).toEqual([]);
  expect(found.length).toBeGreaterThan(1);
});
