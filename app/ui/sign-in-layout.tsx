import type { JSX, ReactNode } from "react";

type SignInLayoutProps = {
  /** The library this copy belongs to. */
  libraryName?: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
};

/** The one page seen before anyone is known: a name, a form, nothing else. */
export function SignInLayout({ libraryName, title, lead, children, footer }: SignInLayoutProps): JSX.Element {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-5 py-10">
      <p className="text-soft">
        <span className="font-serif text-xl text-ink">Corridor</span>
        {libraryName && <span className="block text-sm">{libraryName}</span>}
      </p>
      <div className="grid gap-5 rounded-lg border border-line bg-surface p-6">
        <div className="grid gap-1">
          <h1 tabIndex={-1} className="text-xl font-semibold outline-none">
            {title}
          </h1>
          {lead && <div className="text-soft">{lead}</div>}
        </div>
        {children}
      </div>
      {footer && <footer className="text-sm text-soft">{footer}</footer>}
    </main>
  );
}
