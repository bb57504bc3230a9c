import type { JSX } from "react";
import { Facts } from "../ui/facts.tsx";
import type { MailCount } from "./count-mails.server.ts";
import type { MailState } from "./mail.ts";

const stateNames: Record<MailState, string> = {
  waiting: "waiting",
  sending: "being sent",
  sent: "sent",
  failed: "not taken",
  skipped: "no longer needed",
  unknown: "perhaps sent",
};

type MailFactsProps = {
  settings: {
    host: string;
    encrypted: string;
    user: string;
    from: { name: string; address: string };
    origin: string;
  };
  counts: readonly MailCount[];
};

/** How mail leaves this library, and what became of it lately. */
export function MailFacts({ settings, counts }: MailFactsProps): JSX.Element {
  const { host, encrypted, user, from, origin } = settings;
  const lately = counts.map(({ state, count }) => `${count} ${stateNames[state]}`).join(", ");
  return (
    <Facts
      facts={[
        ["Mail server", host],
        ["Encrypted", encrypted],
        ["Signs in as", user || "nobody"],
        ["From", `${from.name} <${from.address}>`],
        ["Links begin with", origin],
        ["Last 30 days", lately || "none"],
      ]}
    />
  );
}
