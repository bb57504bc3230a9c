import { Link } from "@remix-run/react";
import type { JSX } from "react";

/** Over the title of a page of settings: the way back to all of them. */
export function SettingsKicker(): JSX.Element {
  return (
    <Link to="/settings" className="link inline-block py-1">
      Settings
    </Link>
  );
}
