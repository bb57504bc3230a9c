import type { JSX, ReactNode } from "react";
import { deadLetterQueue, eventQueue, nightlyQueue } from "../events/queues.ts";
import { sizeInWords } from "../files/file.ts";
import { Facts } from "../ui/facts.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { weekTitle } from "../weekly/week-words.ts";
import { FailedJobs } from "./failed-jobs.tsx";
import type { System } from "./system.ts";

type SystemViewProps = { system: System; wrong: readonly string[] };

const searchWords: Record<string, string> = {
  ok: "Working",
  down: "Not answering",
  "key-refused": "Key refused",
  rebuilding: "Building the index",
  off: "Off: searches are basic",
};

const queueWords: Record<string, string> = {
  [eventQueue]: "What follows a change: search, who is told, mail",
  [nightlyQueue]: "What is done each night: tidying up, and what is due",
};

/** How Corridor runs: what is wrong first, then each part. */
export function SystemView({ system, wrong }: SystemViewProps): JSX.Element {
  const { versions, database, search, worker, mail, backup, disks } = system;
  return (
    <>
      {wrong.length === 0 ? (
        <Notice tone="done" title="All is well." />
      ) : (
        <Notice
          tone="warn"
          title={wrong.length === 1 ? "One thing to see to" : `${wrong.length} things to see to`}
        >
          <ul className="mt-1 list-disc pl-5">
            {wrong.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title="Search">
        <Facts
          facts={[
            ["Engine", searchWords[search.state] ?? search.state],
            ["Version", versions.engine],
            ["Changes not indexed yet", search.unconfirmed === 0 ? "None" : count(search.unconfirmed)],
            ["The oldest waits since", ago(search.oldest)],
          ]}
        />
      </Section>
      <Section title="Work behind the pages">
        <Facts
          facts={[
            ["Worker last heard of", ago(worker.seenAt) ?? "Never"],
            ["Mail", mail.isOn ? `${count(mail.waiting)} waiting, ${count(mail.failed)} refused` : "Off"],
            ...system.queues.map(
              (queue) => [queueWords[queue.name] ?? queue.name, waitingIn(queue)] as const,
            ),
          ]}
        />
        <FailedJobs jobs={system.failed} />
      </Section>
      <Section title="The weekly issue">
        <Facts facts={issueFacts(system)} />
      </Section>
      <Section title="Safe keeping">
        <Facts facts={backupFacts(backup)} />
      </Section>
      <Section title="Database and disks">
        <Facts
          facts={[
            ["Corridor", versions.corridor],
            ["Node", versions.node],
            ["PostgreSQL", versions.postgres],
            ["Tables last changed", ago(database.migratedTo)],
            ["Insights", count(database.insights)],
            ["People", count(database.people)],
            ["Database", sizeInWords(database.bytes)],
            ...disks.map(
              ({ of, free, total }) => [of, `${sizeInWords(free)} free of ${sizeInWords(total)}`] as const,
            ),
          ]}
        />
      </Section>
    </>
  );
}

function issueFacts({ issue: { last, closed, next }, mail }: System): [string, ReactNode][] {
  const parts = last && [
    `${count(last.sent)} sent`,
    ...(last.waiting > 0 ? [`${count(last.waiting)} waiting`] : []),
    ...(last.failed > 0 ? [`${count(last.failed)} refused`] : []),
    ...(last.unknown > 0 ? [`${count(last.unknown)} without an answer`] : []),
    ...(last.skipped > 0 ? [`${count(last.skipped)} not wanted`] : []),
  ];
  return [
    ["Last closed", closed ? weekTitle(closed) : "None yet"],
    ["Last sent by mail", last ? weekTitle(last.monday) : mail.isOn ? "None yet" : "None: mail is off"],
    ["When", ago(last?.sentAt)],
    ["Its mails", parts?.join(", ")],
    ["Refused because", last && last.reasons.length > 0 ? last.reasons.join("; ") : undefined],
    ["The next one", ago(next)],
  ];
}

function backupFacts({ last, isScheduled, hour, keep }: System["backup"]): [string, ReactNode][] {
  const night = `Every night from ${String(hour).padStart(2, "0")}:00, ${keep} kept`;
  return [
    ["Last backup", last ? ago(last.startedAt) : "Never"],
    ["File", last?.fileName && <span className="wrap-anywhere">{last.fileName}</span>],
    ["Size", last?.bytes && sizeInWords(last.bytes)],
    ["Rows and files", last && `${count(last.rows ?? 0)} rows, ${count(last.files ?? 0)} files`],
    ["By itself", isScheduled ? night : "Not here: whoever runs the server says where to, with BACKUP_DIR"],
  ];
}

/** How many wait, and since when. What was given up has a list of its own. */
function waitingIn({ name, waiting, active, oldest }: System["queues"][number]): ReactNode {
  if (name === deadLetterQueue) return undefined;
  const done = active > 0 && ` ${count(active)} being done.`;
  if (waiting === 0) return <>Nothing waits.{done}</>;
  return (
    <>
      {count(waiting)} {waiting === 1 ? "waits" : "wait"}
      {oldest && <>, the oldest from {ago(oldest)}</>}.{done}
    </>
  );
}

function ago(at: Date | null | undefined): ReactNode {
  return at ? <TimeAgo at={at} /> : undefined;
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
