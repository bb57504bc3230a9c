import { Link } from "@remix-run/react";
import LoaderCircle from "lucide-react/icons/loader-circle";
import type { ComponentProps, JSX, MouseEvent } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconType } from "./icon.tsx";

type Look = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "normal" | "small";
  icon?: IconType;
};

type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** Shows that the press was heard. The button keeps its focus and ignores further presses. */
    pending?: boolean;
    pendingLabel?: string;
  };

export function Button({
  variant,
  size,
  icon,
  pending = false,
  pendingLabel,
  type = "submit",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps): JSX.Element {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type={type}
      className={classes(buttonLook({ variant, size }), className)}
      aria-disabled={pending || undefined}
      onClick={press}
      {...rest}
    >
      {pending ? (
        <Icon of={LoaderCircle} className="size-4 animate-spin" />
      ) : (
        icon && <Icon of={icon} className="size-4" />
      )}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ButtonLinkProps): JSX.Element {
  return (
    <Link className={classes(buttonLook({ variant, size }), className)} {...rest}>
      {icon && <Icon of={icon} className="size-4" />}
      {children}
    </Link>
  );
}

/** The classes of a button, for a plain link that looks like one. */
export function buttonLook({ variant = "primary", size = "normal" }: Look): string {
  return `button ${sizes[size]} ${variants[variant]}`;
}

const sizes = { normal: "button-normal", small: "button-small" };

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-edge bg-surface text-ink hover:bg-sunken",
  quiet: "button-quiet",
  danger: "border-danger bg-surface text-danger hover:bg-danger-soft",
};
