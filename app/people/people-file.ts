/** What one file of people may hold. */
export const peopleFile = { bytes: 200_000, rows: 500 } as const;
