export const voiceLimits = { wordsCharacters: 500 } as const;
