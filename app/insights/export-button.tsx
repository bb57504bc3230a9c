import Download from "lucide-react/icons/download";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";

/** Saves a list as CSV. A form, because it is noted who took it out; the browser's own, because what comes is a file. */
export function ExportButton({ action, label }: { action: string; label: string }): JSX.Element {
  return (
    <form method="post" action={action} className="-ml-2.5 mt-4">
      <Button variant="quiet" size="small" icon={Download}>
        {label}
      </Button>
    </form>
  );
}
