import type { LucideProps } from "lucide-react";
import { type ComponentType, createElement, type JSX, type ReactElement } from "react";

/** An icon from `lucide-react/icons/<name>`: import each by its path, never from the package's root. */
export type IconType = ComponentType<LucideProps>;

type IconProps = {
  of: IconType;
  /** Only for an icon that stands without a word beside it. */
  label?: string;
  className?: string;
};

export function Icon({ of, label, className = "size-5" }: IconProps): JSX.Element {
  const naming = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is hidden, or named by `naming`
    <svg width="24" height="24" viewBox="0 0 24 24" className={`icon ${className}`} {...naming}>
      {shapesOf(of)}
    </svg>
  );
}

const known = new WeakMap<IconType, ReactElement[]>();

/** What lucide draws an icon with, taken once: its own component works out classes, sizes and contexts at each drawing. */
function shapesOf(of: IconType): ReactElement[] {
  const shapes =
    known.get(of) ?? (of as unknown as LucideComponent).render({}, null).props.icon.node.map(shape);
  known.set(of, shapes);
  return shapes;
}

type Shape = [tag: string, attributes: { key: string }];
type LucideComponent = { render(props: object, ref: null): ReactElement<{ icon: { node: Shape[] } }> };

function shape([tag, attributes]: Shape): ReactElement {
  return createElement(tag, attributes);
}
