import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { ManyKind, SentFields } from "../departments/entry.ts";
import { entryByIntent } from "../departments/entry-by-intent.server.ts";
import { type DepartmentProfile, findDepartment } from "../departments/find-department.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import type { Person } from "../people/person.ts";

type Keeping = Pick<ActionFunctionArgs, "request" | "context" | "params"> & {
  kind: ManyKind;
  /** The names of the form's fields. */
  names: readonly string[];
  /** What else this page's forms may ask for; undefined when it is not that. */
  also?: (asked: AlsoAsked) => Promise<unknown>;
};

type AlsoAsked = {
  intent: string;
  id: string;
  person: Person;
  department: DepartmentProfile;
  form: FormData;
};

/** What the pages of a department's entries do with their forms. */
export function keepEntries({ request, context, params, kind, names, also }: Keeping) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const intent = field(form, "intent") ?? "";
    const id = field(form, "id") ?? "";
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return badRequest("The form came without its key.");
    const department = await findDepartment(params.slug ?? "");
    if (!department) return notFound();
    const done = await also?.({ intent, id, person, department, form });
    if (done) return done as Response;
    const fields: SentFields = Object.fromEntries(names.map((name) => [name, field(form, name) ?? ""]));
    const sent = { intent, id, version: field(form, "version") ?? "", fields };
    const answer = await entryByIntent({ person, department, kind, sent });
    const { pathname } = new URL(request.url);
    switch (answer.outcome) {
      case "unknown":
        return badRequest("The form asked for what there is not.");
      case "not-there":
        return notFound();
      case "refused":
        return data({ refused: { id, problems: answer.problems, sent: fields } }, { status: 400 });
      case "met":
        return data(
          { refused: { id, problems: {}, sent: answer.meeting.values, meeting: answer.meeting } },
          { status: 409 },
        );
      case "done": {
        const path = pathname.replace(/\.data$/, "");
        if (intent === "remove") return redirect(`${path}?removed=${id}`);
        const headers = { "Set-Cookie": noticeCookie(request, "entry-saved") };
        return redirect(`${path}#${id}`, { headers });
      }
    }
  });
}
