import Printer from "lucide-react/icons/printer";
import type { JSX } from "react";
import { Button } from "./button.tsx";

/** Prints the page; only where script runs, for there the browser's own menu does. */
export function PrintButton(): JSX.Element {
  return (
    <span className="hidden scripted:inline">
      <Button type="button" variant="secondary" icon={Printer} onClick={() => print()}>
        Print
      </Button>
    </span>
  );
}
