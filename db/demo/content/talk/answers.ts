/**
 * What answered a question, in the words of a comment. One a line: question | colleague | hours later | text.
 * Questions that do not stand here are open still.
 */
export const demoAnswers = `
printing-chapters-migraine | grace | 6 | A support plan lets us ask the publisher for the whole chapter as a file. There's a form on the desk drive, and it usually takes a day. I'll do hers with you.
anthology-after-module | ines | 30 | Asked this summer: scans may stay for the people who took the module, until they graduate. Resits are covered. I've corrected our page.
does-the-globe-turn | sian | 5 | Ask me! The map room is free most mornings before eleven. It turns, but only one way.
bsl-interpreter-booking | callum | 28 | Wellbeing book and pay, we only say when and where. Their number is on the desk screen, and they'd like five working days.
lab-notebooks-as-data | nkechi | 20 | Yes, they do: the policy says "records needed to support the findings". No dissent from me either.
list-of-ai-tools | tomasz | 50 | I've made one from the licence register. Seven, of which we know about five by name.
streamed-recitals-anyone | ines | 26 | Nobody yet, I think. I have the collecting society's new form, so let's be the first and only.
parish-burials | nkechi | 24 | Research data, unquestionably, and rather good research data. I've offered her a home for it with her name on.
rights-book-chapters | jonathan | 30 | Articles only, so far. The one sentence: "It applies to journal articles and conference papers; for chapters, ask first."
good-morning-at-nine | meiling | 14 | There's a "small file" switch in the viewer, under the three dots. Halves most of them. I've put a picture of it in the chat answers.
card-catalogue-midwife | kwame | 40 | I had half a page for the return-to-practice group. It's a whole one now, and has a link from the health home page.
case-study-output | ines | 28 | It can: as "other", with a note. The form exists, as you feared. I'll sit with them.
forty-case-notes | jonathan | 32 | The policy stops at articles, and a case note in a journal is one. So yes, but in one batch: send me the list.
not-monographs-this-time | ines | 6 | Paragraph 2.14. Not for this one; very likely for the next.
balsa-opera-house | fatima | 20 | It belongs to a third-year, who cried when I rang. She's coming on Thursday.
image-image-image | lukas | 50 | I have. There's a package that writes spoken text beside the formulas. TEL have put my recipe up: https://tel.northmoor.example/speaking-latex
voices-on-phones | ines | 22 | The upload page takes phone files directly, one folder each. I did it with Sport last year, sixty phones in an afternoon.
`;
