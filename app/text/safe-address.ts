const ADDRESS_LIMIT = 2_000;

// What a browser drops, or reads as a slash, and what can make an address look like another.
const deceiving = /[\s\\\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

// The web, mail, telephone, a page of ours (but not `//another.host`), or a place on this page.
const allowed = /^(?:https?:\/\/[^/]|(?:mailto|tel):.|\/(?!\/)|#)/i;

/** The address as a link may have it, percent-encoded, or undefined when it may not be a link. */
export function safeAddress(href: string): string | undefined {
  if (href.length > ADDRESS_LIMIT) return undefined;
  const address = encoded(href);
  if (address === undefined || !allowed.test(address) || deceiving.test(address)) return undefined;
  return URL.canParse(address, "https://corridor.invalid") ? address : undefined;
}

function encoded(href: string): string | undefined {
  try {
    // What is percent-encoded already stays as it is.
    return encodeURI(href).replaceAll("%25", "%");
  } catch {
    return undefined;
  }
}
