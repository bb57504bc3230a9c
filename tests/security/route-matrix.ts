/**
 * Who gets what at every address. `in` is a redirect to sign in and come back, `->` one to where the doing leads,
 * a number the status.
 * The API knows keys, not cookies: what a key may do is in `canary-api.test.ts`.
 */
export const routeTable = `
                                    signed-out assistant liaison editor admin
/                         GET       in         200       200     200    200
/                         POST      405        405       405     405    405
/?index                   post      401        ->        ->      ->     ->
/tags                     GET       in         200       200     200    200
/tags                     POST      405        405       405     405    405
/tags/:tag                GET       in         200       200     200    200
/tags/:tag                POST      405        405       405     405    405
/insights/new             GET       in         200       200     200    200
/insights/new             post      401        ->        ->      ->     ->
/insights/choices         GET       in         200       200     200    200
/insights/choices         POST      405        405       405     405    405
/insights/similar         GET       in         404       404     404    404
/insights/similar         POST      401        200       200     200    200
/search                   GET       in         200       200     200    200
/search                   POST      405        405       405     405    405
/search/more              GET       in         200       200     200    200
/search/more              POST      405        405       405     405    405
/search/choices           GET       in         200       200     200    200
/search/choices           POST      405        405       405     405    405
/search/save              GET       in         200       200     200    200
/search/save              POST      401        400       400     400    400
/search/names             GET       in         200       200     200    200
/search/names             POST      405        405       405     405    405
/search/insights.csv      GET       405        405       405     405    405
/search/insights.csv      POST      401        200       200     200    200
/search/hits              GET       in         200       200     200    200
/search/hits              POST      405        405       405     405    405
/departments              GET       in         200       200     200    200
/departments              POST      405        405       405     405    405
/departments/:slug        GET       in         200       200     200    200
/departments/:slug        POST      405        405       405     405    405
/departments/:slug/profile GET      in         404       404     200    200
/departments/:slug/profile POST     401        404       404     400    400
/departments/:slug/contacts GET     in         200       200     200    200
/departments/:slug/contacts POST    401        400       400     400    400
/departments/:slug/contacts contact 401        404       404     ->     ->
/departments/:slug/sources GET      in         200       200     200    200
/departments/:slug/sources POST     401        400       400     400    400
/departments/:slug/sources source   401        404       404     ->     ->
/departments/:slug/summary GET      in         404       404     200    200
/departments/:slug/summary POST     401        400       400     400    400
/departments/:slug/summary sentence 401        404       404     ->     ->
/departments/:slug/needs  GET       in         200       200     200    200
/departments/:slug/needs  POST      401        404       404     ->     ->
/departments/:slug/questions GET    in         200       200     200    200
/departments/:slug/questions POST   401        400       400     400    400
/departments/:slug/questions question 401      ->        ->      ->     ->
/departments/:slug/questions/:question GET in  200       200     200    200
/departments/:slug/questions/:question post 401 ->       ->      ->     ->
/departments/:slug/approaches GET   in         200       200     200    200
/departments/:slug/approaches POST  401        400       400     400    400
/departments/:slug/approaches approach 401     ->        ->      ->     ->
/departments/:slug/timeline GET     in         200       200     200    200
/departments/:slug/timeline POST    405        405       405     405    405
/departments/:slug/history GET      in         200       200     200    200
/departments/:slug/history POST     405        405       405     405    405
/settings/departments     GET       in         404       404     200    200
/settings/departments     POST      401        404       404     400    400
/settings/departments     department 401       404       404     ->     ->
/settings/departments/import GET    in         404       404     200    200
/settings/departments/import POST   401        404       404     400    400
/settings/departments/:slug GET     in         404       404     200    200
/settings/departments/:slug POST    401        404       404     400    400
/settings/departments/:slug liaison 401        404       404     ->     ->
/settings/departments/:slug nicknames 401      404       404     ->     ->
/settings/services        GET       in         404       404     200    200
/settings/services        services  401        404       404     ->     ->
/checks                   GET       in         200       200     200    200
/checks                   POST      401        400       400     400    400
/departments/:slug/evidence GET    in         200       200     200    200
/departments/:slug/evidence POST   401        404       404     400    400
/departments/:slug/evidence.png GET in        200       200     200    200
/departments/:slug/evidence.png POST 405      405       405     405    405
/departments/:slug/briefing GET    in         200       200     200    200
/departments/:slug/briefing POST   405        405       405     405    405
/departments/:slug/handover GET    in         200       200     200    200
/departments/:slug/handover POST   401        404       404     404    404
/departments/:slug/handover.md GET  405       405       405     405    405
/departments/:slug/handover.md POST 401       200       200     200    200
/settings/handovers       GET       in         404       404     200    200
/settings/handovers       POST      401        404       404     400    400
/settings/handovers       hand-over 401        404       404     ->     ->
/reports/phrases          GET       in         200       200     200    200
/reports/phrases          POST      401        404       400     400    400
/reports/phrases          phrase    401        404       ->      ->     ->
/desk                     GET       in         200       200     200    200
/desk                     POST      401        400       400     400    400
/desk                     log       401        ->        ->      ->     ->
/desk/enquiries           GET       in         200       200     200    200
/desk/enquiries           POST      405        405       405     405    405
/desk/enquiries.csv       GET       405        405       405     405    405
/desk/enquiries.csv       POST      401        200       200     200    200
/desk/import              GET       in         404       404     200    200
/desk/import              POST      401        404       404     400    400
/desk/import/:id          GET       in         404       404     404    404
/desk/import/:id          POST      401        404       404     404    404
/desk/import/:id/problems.csv GET   in         404       404     404    404
/desk/import/:id/problems.csv POST  405        405       405     405    405
/departments/:slug/insights.csv GET 405        405       405     405    405
/departments/:slug/insights.csv POST 401       200       200     200    200
/settings/system          GET       in         404       404     404    200
/settings/system          POST      401        404       404     404    400
/settings/system          retry     401        404       404     404    ->
/settings/export          GET       in         404       404     404    200
/settings/export          POST      405        405       405     405    405
/settings/export/insights.csv GET   405        405       405     405    405
/settings/export/insights.csv POST  401        404       404     404    200
/files                    GET       in         200       200     200    200
/files                    POST      401        400       400     400    400
/settings                 GET       in         404       404     200    200
/settings                 POST      405        405       405     405    405
/settings/library         GET       in         404       404     404    200
/settings/library         POST      401        404       404     404    400
/settings/library         library   401        404       404     404    ->
/settings/people          GET       in         404       404     404    200
/settings/people          POST      401        404       404     404    400
/settings/people          leavers   401        404       404     404    ->
/settings/people          invite    401        404       404     404    200
/settings/people/import   GET       in         404       404     404    200
/settings/people/import   POST      401        404       404     404    400
/settings/people/:handle  GET       in         404       404     404    200
/settings/people/:handle  POST      401        404       404     404    400
/settings/people/:handle  sign-out  401        404       404     404    ->
/settings/tags            GET       in         404       404     200    200
/settings/tags            POST      405        405       405     405    405
/settings/tags/:tag       GET       in         404       404     200    200
/settings/tags/:tag       POST      401        404       404     400    400
/settings/words           GET       in         404       404     200    200
/settings/words           POST      401        404       404     400    400
/settings/tags/:tag/history GET     in         404       404     200    200
/settings/tags/:tag/history POST    405        405       405     405    405
/settings/channels/history GET      in         404       404     200    200
/settings/channels/history POST     405        405       405     405    405
/settings/channels        GET       in         404       404     200    200
/settings/channels        POST      401        404       404     400    400
/settings/api-keys        GET       in         404       404     404    200
/settings/api-keys        POST      401        404       404     404    400
/settings/api-keys        api-key   401        404       404     404    200
/settings/api-keys        revoke    401        404       404     404    404
/settings/teams           GET       in         404       404     404    200
/settings/teams           POST      401        404       404     404    400
/settings/teams           team      401        404       404     404    ->
/settings/mail            GET       in         404       404     404    200
/settings/mail            POST      401        404       404     404    400
/people/:handle           GET       in         200       200     200    200
/people/:handle           POST      405        405       405     405    405
/settings/import          GET       in         404       404     200    200
/settings/import          POST      401        404       404     400    400
/settings/import/template.csv GET   in         404       404     200    200
/settings/import/template.csv POST  405        405       405     405    405
/settings/import/:id      GET       in         404       404     404    404
/settings/import/:id      POST      401        404       404     404    404
/settings/import/:id/problems.csv GET in       404       404     404    404
/settings/import/:id/problems.csv POST 405     405       405     405    405
/settings/templates       GET       in         404       404     200    200
/settings/templates       POST      401        404       404     400    400
/settings/templates       template  401        404       404     ->     ->
/notifications            GET       in         200       200     200    200
/notifications            POST      401        400       400     400    400
/notifications            read-all  401        ->        ->      ->     ->
/notifications            read-one  401        ->        ->      ->     ->
/notifications/unread     GET       401        200       200     200    200
/notifications/unread     POST      401        400       400     400    400
/notifications/unread     read-one  401        200       200     200    200
/insights/from-device     GET       405        405       405     405    405
/insights/from-device     post      401        200       200     200    200
/drafts                   GET       in         200       200     200    200
/drafts                   POST      401        409       409     409    409
/me/drafts                GET       in         200       200     200    200
/me/drafts                POST      401        400       400     400    400
/me/drafts                drop      401        200       200     200    200
/me/notifications         GET       in         200       200     200    200
/me/notifications         choose    401        ->        ->      ->     ->
/me/notifications         misled    401        400       400     400    400
/me                       GET       in         200       200     200    200
/me                       change    401        400       400     400    400
/me                       theme     401        ->        ->      ->     ->
/me                       end       401        ->        ->      ->     ->
/me                       revoke    401        404       404     404    404
/me                       POST      401        400       400     400    400
/me/withdrawn             GET       in         200       200     200    200
/me/withdrawn             POST      405        405       405     405    405
/me/searches              GET       in         200       200     200    200
/me/searches              POST      401        400       400     400    400
/me/searches              save      401        ->        ->      ->     ->
/me/searches              open      401        404       404     404    404
/me/following             GET       in         200       200     200    200
/me/following             POST      401        400       400     400    400
/me/following             follow    401        ->        ->      ->     ->
/me/checks                GET       in         200       200     200    200
/me/checks                POST      405        405       405     405    405
/settings/review          GET       in         404       404     200    200
/settings/review          POST      401        404       404     400    400
/links/:token             GET       404        404       404     404    404
/links/:token             POST      404        404       404     404    404
/first-run/:token         GET       404        404       404     404    404
/first-run/:token         POST      404        404       404     404    404
/forgot-password          GET       200        200       200     200    200
/forgot-password          POST      404        404       404     404    404
/about/accessibility      GET       200        200       200     200    200
/about/accessibility      POST      405        405       405     405    405
/sign-in                  GET       200        ->        ->      ->     ->
/sign-in                  POST      400        ->        ->      ->     ->
/sign-in/again            GET       405        405       405     405    405
/sign-in/again            again     400        400       400     400    400
/sign-out                 GET       in         ->        ->      ->     ->
/sign-out                 POST      ->         ->        ->      ->     ->
/api/v1/insights          GET       401        401       401     401    401
/api/v1/insights          POST      401        401       401     401    401
/api/v1/search            GET       401        401       401     401    401
/api/v1/search            POST      405        405       405     405    405
/api/v1/departments       GET       401        401       401     401    401
/api/v1/departments       POST      405        405       405     405    405
/api/v1/openapi.json      GET       200        200       200     200    200
/api/v1/openapi.json      POST      405        405       405     405    405
/api/*                    GET       404        404       404     404    404
/api/*                    POST      404        404       404     404    404
/*                        GET       in         404       404     404    404
/*                        POST      401        404       404     404    404
`;

export type Row = { path: string; doing: string; state: string; expected: Map<string, string> };

/** The rows of a table; one of insights has a state in its third column. */
export function rowsOf(table: string, { states }: { states: boolean }): Row[] {
  const [heading = "", ...lines] = table.trim().split("\n");
  const who = heading.trim().split(/\s+/);
  return lines.map((line) => {
    const [path = "", doing = "", ...rest] = line.trim().split(/\s+/);
    const state = states ? (rest.shift() ?? "") : "";
    return { path, doing, state, expected: new Map(who.map((name, column) => [name, rest[column] ?? ""])) };
  });
}

/** What an answer is called in the tables. */
export function asInTable({ status, location }: { status: number; location: string | null }): string {
  if (status !== 302) return String(status);
  return location?.startsWith("/sign-in?to=") ? "in" : "->";
}
