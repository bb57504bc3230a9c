/** The key of the posting form a page holds. */
export function keyOf(html: string): string {
  return /name="key" value="([^"]+)"/.exec(html)?.[1] ?? "";
}

/** The page's own words, without what differs from one answer to the next: nonce, reference, key, time of day. */
export function withoutChance(html: string): string {
  return html
    .replaceAll(/[\w-]{8}-[\w-]{4}-[\w-]{4}-[\w-]{4}-[\w-]{12}/g, "ID")
    .replaceAll(/nonce="[^"]*"/g, "NONCE")
    .replaceAll(/\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b/g, "REFERENCE")
    .replaceAll(/\b\d{13}\b/g, "NOW");
}

/** Where a page's links and GET forms lead on this site, a form with the values it stands at. */
export function leadsOn(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, address = ""]) =>
    unescaped(address),
  );
  return [...new Set([...links, ...getForms(html)])].filter((address) => !address.startsWith("//"));
}

function getForms(html: string): string[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = "", inside = ""]) => {
    if (attribute(head, "method") === "post") return [];
    const action = attribute(head, "action") ?? "";
    const fields = [...inside.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, "name") ?? "",
      attribute(tag, "value") ?? "",
    ]);
    const options = [...inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
      ([, select = "", list = ""]) =>
        [...list.matchAll(/<option\b[^>]*>/g)].map(([option]) => [
          attribute(select, "name") ?? "",
          attribute(option, "value") ?? "",
        ]),
    );
    const asIs = new URLSearchParams(fields.filter(([name]) => name));
    const each = options.filter(([name, value]) => name && value).map((one) => new URLSearchParams([one]));
    return [asIs, ...each].map((query) => `${action}?${query}`);
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  const characters: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#x27": "'",
    "#39": "'",
  };
  return text.replaceAll(/&(\w+|#\w+);/g, (whole, name: string) => characters[name] ?? whole);
}
