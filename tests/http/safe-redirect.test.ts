import fc from "fast-check";
import { expect, test } from "vitest";
import { safeRedirect } from "#app/http/safe-redirect.server.ts";

const elsewhere: unknown[] = [
  ...[
    "//evil.example",
    "//corridor.invalid",
    "//corridor.invalid/x",
    "/x/../%2fevil.example",
    "/./%5cevil.example",
    "///evil.example",
    "////evil.example",
    "//evil.example/%2f..",
    "//evil.example//",
    "//user@evil.example",
  ],
  ...[
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "//\\evil.example",
    "\\evil.example",
  ],
  ...[
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/\r\n/evil.example",
    "/\0/evil.example",
    "/\u00a0/evil.example",
  ],
  ...[
    "\t//evil.example",
    " //evil.example",
    "\n//evil.example",
    "\u0001//evil.example",
    "\ufeff//evil.example",
    "\u200b//evil.example",
  ],
  ...[
    "/%09/evil.example",
    "/%0a/evil.example",
    "/%0d/evil.example",
    "/%2f/evil.example",
    "/%2F%2Fevil.example",
    "/%5cevil.example",
  ],
  ...[
    "/%5Cevil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/./\\evil.example",
    "/%2e%2e//evil.example",
  ],
  ...[
    "/x/../..//evil.example",
    "/%2e//evil.example",
    "/x/%2e%2e//evil.example",
    "/;/../..//evil.example",
    "/x//../..//evil.example",
  ],
  ...[
    "https://evil.example",
    "http://evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
  ],
  ...[
    "http:\\\\evil.example",
    "http://corridor.invalid@evil.example",
    "http://corridor.invalid/",
    "ftp://evil.example",
    "//[::1]/",
    "//2130706433/",
  ],
  ...[
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
  ],
  ...[
    "vbscript:msgbox(1)",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "mailto:a@evil.example",
    "view-source:https://evil.example",
  ],
  ...[
    "evil.example",
    "www.evil.example/x",
    "@evil.example",
    "?to=/",
    "#top",
    ".",
    "..",
    "../x",
    "",
    " ",
    "/x y",
    "/x\ty",
    "/x\u2028y",
    "/x\ud800y",
  ],
  ...[
    "/\u202ex",
    "/x\\y",
    "/x?to=\\\\evil.example",
    "／／evil.example",
    "/／evil.example\u3000x",
    "〱evil.example",
    "//evil。example",
    "/x\u007f",
  ],
  ...[
    undefined,
    null,
    7,
    true,
    {},
    [],
    ["/x"],
    { toString: () => "/x" },
    new URL("https://evil.example"),
    `/${"a".repeat(2_000)}`,
  ],
];

test(`${elsewhere.length} ways to lead elsewhere lead to the fallback`, () => {
  expect(elsewhere.length).toBeGreaterThanOrEqual(60);
  for (const to of elsewhere) expect({ to, leads: safeRedirect(to, "/") }).toEqual({ to, leads: "/" });
});

test.each([
  "/",
  "/search?q=late%20refs&page=2",
  "/departments/law#latest",
  "/weeks/2026-W47",
  "/insights/new?department=x&to=//y",
  "/a//b",
  "/caf%C3%A9",
])("an address of ours is kept as it is: %s", (to) => expect(safeRedirect(to, "/fallback")).toBe(to));

test("whatever is let through stays on the site, as browsers read it", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "%5c",
    "%2e",
    "\t",
    "\n",
    "@",
    ":",
    "?",
    "#",
    "evil.example",
    "x",
    "//",
    " ",
  );
  const addresses = fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join("")}`);
  fc.assert(
    fc.property(addresses, (to) => {
      const leads = safeRedirect(to, "/");
      const url = new URL(leads, "https://corridor.example/sign-in");
      expect(url.origin).toBe("https://corridor.example");
      // A browser that follows the address it was led to stays as well.
      expect(new URL(url.pathname + url.search, url).origin).toBe("https://corridor.example");
    }),
    { numRuns: 20_000, verbose: true },
  );
});
