const numbers = new WeakMap<object, number>();
let last = 0;

/** Freezes a value through and through, so that a number can stand for all it holds: `numberOfUnchanging`. */
export function unchanging<Value extends object>(value: Value): Value {
  freeze(value);
  numbers.set(value, ++last);
  return value;
}

/** Another number for each value made unchanging; undefined for all that is not. */
export function numberOfUnchanging(value: unknown): number | undefined {
  return value instanceof Object ? numbers.get(value) : undefined;
}

function freeze(value: object): void {
  Object.freeze(value);
  for (const held of Object.values(value)) if (held instanceof Object) freeze(held);
}
