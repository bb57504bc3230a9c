import type { JSX } from "react";

type BarsProps = {
  /** In the order of time; the last is what the others are compared with. */
  values: readonly { label: string; value: number }[];
  /** What is counted, for those who hear the picture. */
  of: string;
};

const size = { width: 14, gap: 4, height: 32, number: 14 } as const;

/** A few counts as bars with their numbers beneath: small enough to stand in a line of text. */
export function Bars({ values, of }: BarsProps): JSX.Element {
  const most = Math.max(1, ...values.map(({ value }) => value));
  const step = size.width + size.gap;
  const width = values.length * step - size.gap;
  const words = values.map(({ label, value }) => `${label}: ${value}`).join(", ");
  return (
    <svg
      role="img"
      aria-label={`${of}. ${words}`}
      viewBox={`0 0 ${width} ${size.height + size.number}`}
      width={width * 1.5}
      height={(size.height + size.number) * 1.5}
      className="text-soft"
    >
      {values.map(({ label, value }, position) => {
        const height = Math.max(1, (value / most) * size.height);
        const isLast = position === values.length - 1;
        return (
          <g key={label}>
            <title>{`${label}: ${value}`}</title>
            <rect
              x={position * step}
              y={size.height - height}
              width={size.width}
              height={height}
              rx="1"
              className={isLast ? "fill-accent" : "fill-edge"}
            />
            <text
              x={position * step + size.width / 2}
              y={size.height + size.number - 3}
              textAnchor="middle"
              fontSize="9"
              className={isLast ? "fill-accent font-semibold" : "fill-soft"}
            >
              {value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
