import { createHmac, timingSafeEqual } from "node:crypto";
import { findSigningKey } from "../settings/find-signing-key.server.ts";

const purpose = "mail-choice";
const shape = /^([\w-]{22})([\w-]{43})$/;

/**
 * Names a person to whoever has a mail of theirs, for choosing how mail comes and nothing else: signed by this library,
 * and good for as long as the mail is kept.
 */
export async function signMailToken(personId: string): Promise<string> {
  const name = Buffer.from(personId.replaceAll("-", ""), "hex").toString("base64url");
  return name + (await signatureOf(name));
}

/** Whom a token names; undefined for one this library has not signed. */
export async function readMailToken(token: string): Promise<string | undefined> {
  const [, name, signature] = shape.exec(token) ?? [];
  if (!name || !signature) return undefined;
  const right = Buffer.from(await signatureOf(name));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const hex = Buffer.from(name, "base64url").toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function signatureOf(name: string): Promise<string> {
  const key = await findSigningKey(purpose);
  return createHmac("sha256", key).update(`${purpose} ${name}`).digest("base64url");
}
