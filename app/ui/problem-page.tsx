import type { JSX, ReactNode } from "react";

type ProblemPageProps = {
  title: string;
  /** What happened, in a sentence. */
  children: ReactNode;
  /** What was not lost. */
  reassurance?: ReactNode;
  /** What to do: links or a button. Plain links, so that they work when nothing else does. */
  actions?: ReactNode;
  /** Finds this one occurrence in the log. */
  reference?: string;
};

export function ProblemPage({
  title,
  children,
  reassurance,
  actions,
  reference,
}: ProblemPageProps): JSX.Element {
  return (
    <div className="grid max-w-measure gap-4 py-8">
      <h1 tabIndex={-1} className="font-serif text-2xl outline-none">
        {title}
      </h1>
      <div className="text-lg">{children}</div>
      {reassurance && <p className="text-soft">{reassurance}</p>}
      {actions && <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-2">{actions}</div>}
      {reference && (
        <p className="mt-4 border-t border-line pt-3 text-sm text-soft">
          If you tell someone about this, give them the reference{" "}
          <code className="text-ink select-all">{reference}</code>.
        </p>
      )}
    </div>
  );
}
