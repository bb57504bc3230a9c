/** What a page may be told once, after something was done on the page before. */
export const notices = {
  "insight-posted": "Posted. Thank you.",
  "insight-undone": "Undone: nobody sees it any more, and your text is back in the box.",
  "insight-replaced": "Posted, and it replaces the older one.",
  "insight-posted-beside": "Posted. The older one stays as it was: not all who read that may read this.",
  "insight-still-true": "Noted: it is still true.",
  "insight-superseded": "Done: the newer insight has taken its place.",
  "insight-stands": "It stands by itself again.",
  "reviews-planned": "Saved. Review days will follow within a minute.",
  "insight-edited": "Your changes are saved.",
  "insight-withdrawn": "Withdrawn: it is no longer shown to anybody.",
  "insight-hidden": "Hidden from everybody but its author and editors.",
  "insight-unhidden": "Shown again.",
  "entry-saved": "Saved.",
  "structure-changed": "Done. Search follows within a minute.",
  "source-checked": "Noted: nothing new there today.",
  "profile-saved": "The profile is saved.",
  "needs-saved": "Saved: how they stand to our services.",
  "services-saved": "The list of services is saved.",
  "question-answered": "Posted, and ticked off what was to be asked.",
  "template-saved": "Saved: the posting form offers it so from now on.",
  "library-ours": "The library is yours. Under Settings, add whom you serve, then invite your colleagues.",
  "library-ours-filling":
    "The library is yours. The demonstration is being filled in: load this page again in half a minute.",
  "library-set": "Saved. Every page says so within a few seconds.",
  "leavers-set": "Saved. Search follows within a minute.",
  "person-changed": "Saved.",
  "person-disabled": "Disabled: nobody can sign in as them, and their keys and feeds are refused.",
  "person-enabled": "Enabled again. They sign in with the password they had.",
  "person-signed-out": "They are signed out everywhere.",
  "handed-over": "Handed over. The new liaison is told.",
  "liaison-added": "Added. They are told.",
  "liaison-taken-off": "Taken off. It can be undone beneath.",
  "liaison-put-back": "Put back as they were.",
  "handover-planned": "Planned. The new liaison is told, and can read ahead.",
  "handover-ended": "Done: it is as it was before.",
  "tag-saved": "Saved. Search is right at once; its index follows within a minute.",
  "channel-saved": "Saved.",
  "words-saved": "Saved. Searches know it within a few seconds.",
  "words-removed": "Taken away. It stands at the end of the page, to be put back.",
  "search-put-aside": "Put aside. It stands under the list, to be brought back.",
  "key-revoked": "Revoked: it opens nothing any more.",
  "team-saved": "Saved.",
  "password-set": "Your password is set, and you are signed in.",
  joined: "Welcome. Your password is set, and you are signed in.",
  "job-tried-again": "On its way again. What fails again comes back here.",
  "search-saved": "Saved. It stands among your saved searches, and on the search page before you type.",
  "choices-saved": "Your choices are saved.",
  "password-changed": "Your password is changed, and you are signed out everywhere else.",
  "sessions-ended": "You are signed out everywhere else.",
  "signed-out": "You are signed out.",
} as const;

export type NoticeCode = keyof typeof notices;

export type Notice = { code: NoticeCode; text: string; subjectId?: string };

export function isNoticeCode(value: string): value is NoticeCode {
  return Object.hasOwn(notices, value);
}
