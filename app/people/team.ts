export const teamNameLength = 80;
