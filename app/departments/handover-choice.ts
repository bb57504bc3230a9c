type Kept = { slug: string; name: string; part?: string };
type Owner = { handle: string; name: string; departments: readonly Kept[] };

type Asked = {
  liaisons: readonly Owner[];
  without: readonly Kept[];
  /** As the address says it: whose departments, or which one. */
  asked: { from?: string; department?: string };
};

export type HandoverChoice = {
  /** Nobody where the departments have no liaison. */
  from: { handle: string; name: string } | null;
  departments: Kept[];
  /** Slugs that are ticked to begin with. */
  chosen: string[];
};

/** What the form offers, by an address: all of a person's departments, or one with whoever owns it. */
export function chooseHandover({ liaisons, without, asked }: Asked): HandoverChoice | undefined {
  const one = asked.department;
  const has = ({ departments }: Owner, part?: string) =>
    departments.some((each) => each.slug === one && (!part || each.part === part));
  const from = asked.from
    ? liaisons.find(({ handle }) => handle === asked.from)
    : (liaisons.find((each) => has(each, "owner")) ?? liaisons.find((each) => has(each)));
  const isNobodys = asked.from === "nobody" || (!asked.from && without.some(({ slug }) => slug === one));
  if (!from && !isNobodys) return undefined;
  const departments = [...(from?.departments ?? without)];
  const slugs = departments.map(({ slug }) => slug);
  const chosen = one && slugs.includes(one) ? [one] : from && !one ? slugs : [];
  return { from: from ? { handle: from.handle, name: from.name } : null, departments, chosen };
}
