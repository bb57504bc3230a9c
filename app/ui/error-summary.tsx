import type { JSX, MouseEvent } from "react";
import { useEffect, useRef } from "react";

type FieldError = { id: string; message: string };

type ErrorSummaryProps = {
  errors: readonly FieldError[];
  /** What was not lost: shown under the heading. */
  reassurance?: string;
};

/** Takes the focus when it appears or changes, and links to each field by its id. Nothing when there is no error. */
export function ErrorSummary({ errors, reassurance }: ErrorSummaryProps): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  const contents = errors.map(({ id, message }) => `${id} ${message}`).join("\n");
  useEffect(() => {
    if (contents) box.current?.focus();
  }, [contents]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="grid gap-2 rounded-md border-2 border-danger bg-danger-soft px-4 py-3"
    >
      <h2 id="error-summary-title" className="font-semibold">
        {errors.length === 1
          ? "One thing needs your attention"
          : `${errors.length} things need your attention`}
      </h2>
      {reassurance && <p>{reassurance}</p>}
      <ul>
        {errors.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <a
              href={`#${id}`}
              onClick={(event) => focusField(event, id)}
              className="inline-block py-0.5 font-medium text-danger underline underline-offset-4 pointer-coarse:py-2.5"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Following the link by itself only scrolls; the person wants to type. */
function focusField(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
}
