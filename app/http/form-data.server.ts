import { badRequest, unsupportedForm } from "./problems.server.ts";

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];
const mostFields = 200;
const longestName = 100;
// Names that would reach into an object's prototype if anything downstream made keys of them.
const reservedName = /(^|[.[\]])(__proto__|prototype|constructor)($|[.[\]])/;

const read = new WeakMap<Request, Promise<FormData>>();

/**
 * The fields of a form: text only, at most 200, no names that nest into prototypes; else a thrown 4xx. May be asked
 * again: when saving failed, what was typed goes back into the page.
 */
export function readForm(request: Request): Promise<FormData> {
  const form = read.get(request) ?? readOnce(request);
  read.set(request, form);
  return form;
}

async function readOnce(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!formTypes.includes(type)) unsupportedForm();
  const sent = await request.formData().catch(() => badRequest("The form could not be read."));
  const form = new FormData();
  let count = 0;
  for (const [name, value] of sent) {
    count += 1;
    if (count > mostFields) badRequest("The form has too many fields.");
    if (typeof value !== "string") badRequest("This form takes no files.");
    if (name.length > longestName || reservedName.test(name)) badRequest("The form could not be read.");
    // PostgreSQL cannot keep U+0000.
    form.append(name, value.replaceAll("\0", ""));
  }
  return form;
}

/** A field that comes once or not at all; twice is not a form of ours. */
export function field(form: FormData, name: string): string | undefined {
  const values = fields(form, name);
  if (values.length > 1) badRequest("The form has a field twice.");
  return values[0];
}

/** Every value of a field that may repeat, in the order sent. */
export function fields(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
