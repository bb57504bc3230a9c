import type { PersonEvent } from "./list-person-events.server.ts";

const fieldNames: Record<string, string> = {
  name: "name",
  email: "e-mail address",
  role: "role",
  jobTitle: "job title",
  teamId: "team",
};

const words: Record<string, string> = {
  "person.created": "Added",
  "person.joined": "Chose a password and joined",
  "person.disabled": "Disabled",
  "person.enabled": "Enabled again",
  "person.password-reset": "Set a new password by a link",
  "person.password-changed": "Changed the password",
  "person.signed-out-by-administrator": "Signed out everywhere",
  "departments.handed-over": "Departments handed over",
  "api-key.minted": "Made an API key that acts as them",
  "api-key.revoked": "Revoked an API key that acted as them",
};

/** What an entry of the ledger about a person says. */
export function eventWords({ name, fields }: Pick<PersonEvent, "name" | "fields">): string {
  if (name === "person.changed") {
    return `Changed: ${fields.map((field) => fieldNames[field] ?? field).join(", ")}`;
  }
  if (name === "person.link-made") {
    return fields.includes("invitation") ? "Made a new invitation" : "Made a link to set a new password";
  }
  return words[name] ?? name;
}
