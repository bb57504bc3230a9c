import { type ComponentProps, type JSX, useEffect, useState } from "react";

type Part = typeof import("./sign-in-again.tsx");

/** `SignInAgain`, fetched when it is needed: the form says itself where else one can sign in. */
export function LazySignInAgain(props: ComponentProps<Part["SignInAgain"]>): JSX.Element | null {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    import("./sign-in-again.tsx").then(setPart, () => undefined);
  }, []);
  return part ? <part.SignInAgain {...props} /> : null;
}
