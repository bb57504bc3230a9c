import { env } from "../env.server.ts";

/** How mail leaves this library. */
export type MailSettings = {
  server: {
    host: string;
    port: number;
    secure: boolean;
    requireTLS: boolean;
    ignoreTLS: boolean;
  };
  login: { user: string; pass: string } | undefined;
  from: { name: string; address: string };
  /** What links in mails begin with. */
  origin: string;
};

/** Whether this library sends mail at all. */
export function isMailSetUp(): boolean {
  return mailSettings() !== undefined;
}

/** The settings of `SMTP_URL`, `MAIL_FROM` and `APP_ORIGIN`; undefined where mail is not set up. */
export function mailSettings(): MailSettings | undefined {
  const { SMTP_URL, MAIL_FROM, APP_ORIGIN } = env();
  if (!SMTP_URL || !MAIL_FROM || !APP_ORIGIN) return undefined;
  const url = new URL(SMTP_URL);
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  const tls = url.searchParams.get("tls");
  return {
    server: {
      host: url.hostname,
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      // A password leaves this machine in no other way than encrypted.
      requireTLS: !secure && (tls === "required" || (user !== "" && !isThisMachine(url.hostname))),
      ignoreTLS: tls === "off",
    },
    login: user ? { user, pass } : undefined,
    from: sender(MAIL_FROM),
    origin: new URL(APP_ORIGIN).origin,
  };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}

/** `Corridor <corridor@library.example>`, or the address alone. */
function sender(from: string): MailSettings["from"] {
  const [, name = "", address = from] = /^(.*)<([^<>]+)>$/.exec(from.trim()) ?? [];
  return { name: name.trim() || "Corridor", address: address.trim() };
}
