/** What whoever makes an empty library theirs fills in. */
export const ownLibrary = {
  libraryName: "Bell Chambers Library",
  timeZone: "Europe/Dublin",
  departmentOne: "practice group",
  departmentMany: "practice groups",
  weekDay: "5",
  weekTime: "16:00",
  name: "Ruth Bell",
  email: "ruth@bell.example",
  team: "Enquiries",
  password: "a long way from the desk",
};
