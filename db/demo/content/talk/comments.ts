/** What colleagues said beneath insights. One a line: insight | colleague | hours later | text. */
export const demoComments = `
comp-sci-simulation-output | nkechi | 2 | 40 GB fits the research store, no form needed under 100. Send them to me and I'll do it with them.
comp-sci-simulation-output | priya | 5 | Sent. They were expecting a queue and a committee.
law-tribunal-judgments | helen | 3 | The database people have a separate text-mining add-on. It isn't ruinous. Ask before he finds the loop for himself.
ward-pc-sign-in | kwame | 1 | Yes, the very same. Last year it was one line in the Trust's firewall, and it took five weeks to find whose line. I'll ring him first this time.
ward-pc-sign-in | callum | 2 | Is there something I can give them meanwhile? They're standing here.
ward-pc-sign-in | kwame | 3 | The hospital wifi on a phone works. Not pretty, but it's their own login.
nbs-marketing-open-textbook | priya | 4 | May I quote the £62 to Comp Sci? They understand a subtraction.
psychology-new-head | nkechi | 6 | I worked with her people on their data policy. She reads what you send her, so keep it short.
five-g-ground-floor | tomasz | 3 | Happy to look at the risk assessment with you. The ceiling mounts are the bit Estates will mind.
ai-references-before-lunch | sian | 2 | I've told the English tutors we don't hold the book because nobody wrote it. They took it well.
english-list-pages | priya | 20 | I've read this out to Comp Sci's teaching lead. He'd like his to open as fast, and asked who we bribed.
chemistry-crates | priya | 26 | Claimed: two runs are ours and staying. The rest really may go, thank goodness.
group-rooms-one-person | helen | 18 | Before we put up a notice, could we count for a week? I'd like it to be more than lanyards.
wellbeing-dogs-booked | tomasz | 4 | Ground floor is yours. I've asked for the carpets to be done the week *after*.
floor-loading | mehmet | 22 | The structures person has done the sum. We may have bricks, but not all in one corner.
module-on-failure | callum | 5 | It's mended itself. I have not told them.
day-after-graduation | jonathan | 8 | Alumni keep walk-in access and four databases. I've a list from last year, let me see whether it's still true.
day-after-graduation | grace | 9 | Lovely. I'll begin the page with whatever you have and we can be corrected in public.
two-guides-one | grace | 3 | Question seven will be missed by nobody.
eleven-audits | meiling | 6 | The one that was backed up was backed up to a colleague's Christmas photographs.
halden-renewal-letter | jonathan | 5 | Before anybody answers: our consortium meets on Thursday, and a joint reply carries further.
halden-renewal-letter | helen | 7 | Agreed. I'll hold the draft until then.
halden-renewal-letter | kwame | 26 | Nursing's turnaway figures are ready if you want them in it.
history-newspapers-xml | helen | 30 | Yes, put it to them with the renewal. It costs nothing to be refused.
mooters-on-silent-floor | rebecca | 4 | They were thrilled to be thrown out so nicely.
skills-station-one-user | aoife | 10 | I've asked what three users would cost. They said they'd "circle back".
ces-named-author | jonathan | 12 | This should go in the annual report, with the author line large.
library-for-essay-people | priya | 3 | I shall be using this in induction for ever.
vle-template-list-links | sian | 6 | English use the old menu everywhere. Could I have the sheet when there is one?
ppe-list-working-group | fatima | 30 | I have a supplier for two of the presses that don't ship here. Shall we split the sixty?
apprentices-evening-sign-ins | tomasz | 20 | Maintenance has moved to Sunday mornings from next month because of this. Thank you for writing it down.
english-new-rep | helen | 8 | A rep who asks for a tour first! Take her to the stacks.
psych-abstract-scraping | ines | 9 | There are two open alternatives with most of what she'd need. I'll write them up for you, half a page.
trust-evening-staffing | kwame | 40 | Their badges open the west door only. I've asked Security what the others would take.
formula-student-room | meiling | 5 | I've offered the nursing students 3.08, which nobody likes but is quiet.
deans-on-embargoes | jonathan | 28 | I can do supervisors at the away day. Fifteen minutes, one slide, the date of every embargo.
ref-which-version | ines | 4 | Half of them have it in their sent mail without knowing. Searching for "accepted" finds it.
chat-on-a-saturday | dan | 20 | It was the paper tray.
ppe-box-of-masks | fatima | 6 | I have been waiting two years for somebody to ask.
childrens-nursing-scoping | aoife | 9 | Let's give them one hour on the question before anybody opens a database.
law-reports-from-2001 | fatima | 12 | Architecture would take the shelving.
cs-proceedings-who-pays | priya | 30 | Their finance person has found the invoice from six years ago. All is well, and we've been thanked for paying.
sunflower-sign | meiling | 7 | May we have one for the health library? I'll fetch it.
health-library-at-nine | aoife | 16 | I've put it to the Trust as a shared hour: half ours, half theirs, until eleven.
scanned-readings-pictures | ines | 10 | Law would rather we rescanned than replaced. I can lend a machine and a Tuesday.
ppe-working-papers-open | rebecca | 26 | The page is up: https://ppe.northmoor.example/working-papers
discrete-maths-notes | lukas | 15 | Maths have two colleagues who'd read the proofs. They'd be flattered to be asked.
does-it-exist-page | callum | 20 | I have a draft with six steps. The fifth is "ask us".
ebook-spreadsheet | tomasz | 8 | I showed this to the publisher. They asked for a copy.
lamp-six | owen | 10 | Confirmed by drawing. Lamp 6 leans.
psych-stats-week-three | kwame | 28 | Moved to week two, and they're giving us the whole hour.
choir-in-stairwell | sian | 5 | They'd be glad of the exhibition hall on Wednesdays. I've asked nicely on everybody's behalf.
citing-mum | rebecca | 10 | I've put her in the guide, as Example 4.
robotics-nobodys-list | priya | 12 | Sorted over coffee: Engineering hold it, we both feed it.
screening-software-thrice | jonathan | 26 | One licence, three cost codes. Leave the arithmetic to me.
wellbeing-number-on-screen | dan | 3 | On the screen since this morning, and on the back of the till rolls.
ill-nineteen-days | grace | 18 | He has now cycled it. Forty minutes, with a puncture.
tuesday-at-ten | rebecca | 4 | Law's suggestion was the sports hall. They meant it.
where-is-fiction | sian | 6 | She has since joined the shelving team.
`;
