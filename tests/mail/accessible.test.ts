import { test } from "vitest";
import type { MailWords } from "#app/mail/mail.ts";
import { writeMail } from "#app/mail/write-mail.ts";
import { expectAccessibleHtml } from "#tests/support/html-looks.ts";

const words: MailWords = {
  subject: "Week 47, 2026 in Corridor",
  title: "Week 47, 2026",
  blocks: [
    { says: "16 to 22 November 2026" },
    { heading: "In one minute" },
    { item: "Nursing are downloading chapters already.", leadsTo: "/insights/1" },
    { item: "last heard 23 September 2026", about: "Earth Sciences", leadsTo: "/departments/earth" },
    { heading: "Editor’s picks" },
    { says: "The figures, and the date by which we have to answer." },
    { quotes: "Renewal letter is in: up 9.4%\n\nWe have until the end of the month." },
    { label: "Read the whole issue", leadsTo: "/weeks/2026-W47" },
  ],
  foot: [
    { says: "Corridor sends you this once a week." },
    { label: "Stop it in one press", leadsTo: "/mail/weekly/x" },
  ],
};

test("a mail's HTML breaks no rule by day, by night and on a phone, and is no wider than that", async () => {
  await expectAccessibleHtml(writeMail(words, "https://corridor.library.example").html);
});
