/** Whom of the demonstration follows what: slugs of departments and teams, names of tags. */
export const demoFollows: readonly {
  by: string;
  departments?: string[];
  tags?: string[];
  teams?: string[];
}[] = [
  {
    by: "priya",
    departments: ["medicine", "business"],
    tags: ["rdm", "private-5g"],
    teams: ["research-support"],
  },
  { by: "helen", departments: ["law", "education"], tags: ["decolonising"], teams: ["enquiry-desk"] },
  { by: "callum", departments: ["study-skills", "wellbeing"], tags: ["opening-hours", "noise"] },
  { by: "tomasz", departments: ["learning-technology"], tags: ["off-campus-access"] },
];
