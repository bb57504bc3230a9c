const prefix = "corridor-form:";

/** Says to this browser's other tabs that a form stands open here, until told otherwise or the tab is gone. */
export function holdForm(key: string): () => void {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(prefix + key, { ifAvailable: true }, () => done).catch(() => {});
  return release;
}

/** The forms that stand open in tabs of this browser. */
export async function listHeldForms(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
