/** "I've heard this too", with words. One a line: insight | colleague | days later | channel, if said | words. */
export const demoVoices = `
comp-sci-simulation-output | nkechi | 0 | research-seminar | A physicist asked me the same on the stairs, with 60 GB of it.
comp-sci-simulation-output | mehmet | 1 | coffee | Engineering's PhD room too. Two of mine keep theirs on a gaming laptop.
law-tribunal-judgments | ines | 0 | email | A History PGR assumes so as well. The licence says no downloading in bulk.
ward-pc-sign-in | kwame | 0 | visit | Same as last year, and the same three wards.
ward-pc-sign-in | grace | 0 | enquiry-desk | Two more at the desk since lunch.
ai-references-before-lunch | dan | 0 | online-chat | Four on chat by teatime, one with a made-up page range of exactly ten pages.
ai-references-before-lunch | rebecca | 0 | coffee | The PGCE tutors have begun asking for DOIs for everything.
ai-references-before-lunch | meiling | 1 | enquiry-desk | In the health library it's guidelines: the right body, a year that never happened.
english-list-pages | tomasz | 0 | | TEL's logs say the same: half the waiting time of last term.
chemistry-crates | callum | 0 | corridor | I passed them this morning. Somebody has written KEEP? on one in chalk.
group-rooms-one-person | owen | 0 | enquiry-desk | The art students have noticed as well. They sketch the sleepers.
pgce-after-you-qualify | grace | 0 | enquiry-desk | Asked at the desk twice this month, once by somebody who had qualified in 2019.
psychology-ethics-data-plan | nkechi | 2 | coffee | Three came to my clinic with the returned form in hand.
halden-renewal-letter | rebecca | 0 | email | Law's head of school had it from Halden before she had it from us.
halden-renewal-letter | kwame | 1 | departmental-meeting | Nursing's board spent ten minutes on it, most of them polite.
history-newspapers-xml | ines | 1 | coffee | Modern Languages were quoted the same sum for the French titles.
skills-station-one-user | kwame | 1 | visit | The station lead told me she now prints the chapter the night before.
vle-template-list-links | tomasz | 0 | departmental-meeting | Confirmed by TEL: eleven modules have the old menu.
ppe-list-working-group | fatima | 3 | teaching-committee | Social Sciences want to do it across the faculty next year.
apprentices-evening-sign-ins | dan | 0 | online-chat | You can hear it on chat: children's bedtime, then NBS.
filmed-recital-rights | ines | 2 | email | Theatre ask me about once a term.
psych-abstract-scraping | nkechi | 1 | corridor | The postdoc next door wants the same thing and hasn't asked.
trust-evening-staffing | meiling | 4 | visit | Their evening assistant told me she finishes on the 20th.
formula-student-room | mehmet | 0 | enquiry-desk | Their tutor is mortified and delighted.
deans-on-embargoes | jonathan | 3 | library-committee | It came up again under any other business.
ref-which-version | ines | 1 | research-seminar | Exactly this at the Chemistry seminar: "the nice-looking one" is the publisher's.
childrens-nursing-scoping | aoife | 2 | coffee | The midwives are planning one as well, also with no money.
cs-proceedings-who-pays | lukas | 2 | departmental-meeting | Maths believe they pay for it too.
health-library-at-nine | meiling | 0 | enquiry-desk | Every evening I'm on. Tonight from a registrar.
scanned-readings-pictures | grace | 1 | enquiry-desk | That explains the student with the screen reader and the blank chapter.
does-it-exist-page | callum | 1 | enquiry-desk | We could point to it forty times a week.
ebook-spreadsheet | rebecca | 2 | coffee | I've now been shown it. There is a column for apologies.
psych-stats-week-three | grace | 5 | enquiry-desk | Three students asked in week four what our week-six session was for.
rights-wording-bounced | ines | 1 | email | Second publisher this term to bounce it. I'm keeping the letters.
trust-links-will-break | aoife | 2 | visit | Their systems person says the 14th.
robotics-nobodys-list | mehmet | 1 | board-of-study | Engineering's board have it down as Comp Sci's.
lift-out-four-days | sian | 0 | corridor | Her supervisor asked me the same. They have taken to meeting by the lockers.
chemistry-move-this-term | mehmet | 1 | coffee | The Dairy has no racks and one socket, says the technician.
minidisc-mill-workers | nkechi | 2 | coffee | A second box has turned up, unlabelled.
two-hundred-and-fifty-codes | kwame | 1 | email | The publisher now says 260, which is at least in the right direction.
three-stats-clinics | kwame | 3 | departmental-meeting | Nursing would send people to any of the three if they knew where.
standards-budget-month-ten | lukas | 2 | departmental-meeting | The structures people raised it with me too, with a graph.
`;
