import type { ReactElement } from "react";

/** Shows HTML that `renderMarkdown` made. Nothing else may be passed in: this is the one place that trusts HTML. */
export function RenderedText({ html }: { html: string }): ReactElement {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML comes from renderMarkdown, which sanitises it
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
