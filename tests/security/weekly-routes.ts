/** Who gets what at the addresses of the weekly issue: the matrix's rows, as `route-matrix.ts` explains them. */
export const weeklyRoutes = `
                                    signed-out assistant liaison editor admin
/weeks                    GET       in         200       200     200    200
/weeks                    POST      405        405       405     405    405
/weeks/:week              GET       in         200       200     200    200
/weeks/:week              POST      401        400       400     400    400
/weeks/:week              read      401        200       200     200    200
/weeks/:week/print        GET       in         200       200     200    200
/weeks/:week/print        POST      405        405       405     405    405
/weeks/:week/insights.csv GET       405        405       405     405    405
/weeks/:week/insights.csv POST      401        200       200     200    200
/weeks/:week/edit         GET       in         404       404     200    200
/weeks/:week/edit         POST      401        404       404     400    400
/weeks/:week/edit         stale     401        404       404     409    409
/me/weekly-mail           GET       in         200       200     200    200
/me/weekly-mail           choose-mail 401      ->        ->      ->     ->
/me/weekly-mail           POST      401        400       400     400    400
/me/feeds                 GET       in         200       200     200    200
/me/feeds                 make-key  401        200       200     200    200
/me/feeds                 POST      401        400       400     400    400
/feeds/weekly.atom        GET       404        404       404     404    404
/feeds/weekly.atom        POST      405        405       405     405    405
/feeds/insights.atom      GET       404        404       404     404    404
/feeds/insights.atom      POST      405        405       405     405    405
/mail/weekly/:token       GET       404        404       404     404    404
/mail/weekly/:token       choose-mail 404      404       404     404    404
`;
