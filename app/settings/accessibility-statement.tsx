import type { JSX } from "react";
import { Column, PageHeader, Section } from "../ui/page.tsx";

type AccessibilityStatementProps = { libraryName: string; contact: string };

/** What anybody may expect, what has been tried and what has not, and whom to tell. Said only as far as it is known. */
export function AccessibilityStatement({ libraryName, contact }: AccessibilityStatementProps): JSX.Element {
  return (
    <Column>
      <PageHeader
        title="Accessibility"
        lead={`Everybody at ${libraryName} should be able to use Corridor, whatever they see, hear, hold or type with.`}
      />
      <Section title="What you can expect">
        <ul className={listLook}>
          <li>Everything can be done with the keyboard alone. You always see where you are on a page.</li>
          <li>
            A few single keys are shortcuts. They are listed under <kbd>?</kbd>, and can be switched off
            there.
          </li>
          <li>Pages have headings and landmarks, and tell a screen reader what has changed.</li>
          <li>Text can be twice as large, and a window 320 pixels wide, without scrolling sideways.</li>
          <li>
            Light, dark and high contrast follow your device; light and dark can be chosen under My account.
          </li>
          <li>
            Nothing moves when your device asks for less movement, and what you write is kept while you write
            it.
          </li>
          <li>Reading, posting, searching and correcting work without JavaScript too.</li>
        </ul>
      </Section>
      <Section title="How far it goes">
        <p className="max-w-measure">
          Corridor is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page, in
          each of its states, is tested by program at every change: in light, dark and forced colours, at 320
          pixels, with doubled text. The main journeys are tested by keyboard alone and without JavaScript. No
          failure is known today. But:
        </p>
        <ul className={`${listLook} mt-3`}>
          <li>No independent audit has been made.</li>
          <li>
            It has not been tried with screen readers, voice control and switches by people who rely on them.
          </li>
          <li>Files and pictures that colleagues add may lack a description or be hard to read.</li>
        </ul>
      </Section>
      <Section title="If something stands in your way">
        <p className="max-w-measure">
          <Contact contact={contact} /> Say which page it was, what you wanted to do, and what you use. If you
          need something from Corridor in another form, ask in the same way.
        </p>
        <p className="mt-3 max-w-measure">
          In the United Kingdom, if you are not content with the answer, the Equality Advisory and Support
          Service advises you.
        </p>
      </Section>
      <p className="mt-8 text-sm text-soft">Written on 28 November 2026.</p>
    </Column>
  );
}

function Contact({ contact }: { contact: string }): JSX.Element {
  if (!contact) return <>Tell whoever looks after Corridor in your library.</>;
  return (
    <>
      Write to{" "}
      <a href={`mailto:${contact}`} className="link wrap-anywhere">
        {contact}
      </a>
      .
    </>
  );
}

const listLook = "grid max-w-measure list-disc gap-1.5 pl-5";
