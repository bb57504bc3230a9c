/** What the demonstration's people come back to: a search by its address, and when it tells them. */
export const demoSavedSearches: readonly {
  by: string;
  name: string;
  address: string;
  tell: "never" | "at-once" | "weekly";
}[] = [
  {
    by: "priya",
    name: "Research data, wherever it comes up",
    address: "/search?tag=rdm&tag=data-management-plans",
    tell: "at-once",
  },
  {
    by: "priya",
    name: "What colleagues heard over coffee",
    address: "/search?channel=coffee",
    tell: "never",
  },
  {
    by: "helen",
    name: "Reading lists in Law and Education",
    address: "/search?q=reading+lists&department=law&department=education",
    tell: "weekly",
  },
  { by: "helen", name: "Questions nobody should miss", address: "/search?kind=question", tell: "at-once" },
  { by: "callum", name: "Printers, again", address: "/search?q=printer", tell: "at-once" },
];
