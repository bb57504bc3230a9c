export const passwordLimits = { min: 12, max: 128 } as const;

// Long enough to pass the length rule, and still among the first that anybody tries.
const common = [
  "123456789012",
  "1234567890123",
  "12345678901234",
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwertyuiopasdf",
  "1q2w3e4r5t6y",
  "iloveyou1234",
  "letmeinletmein",
  "welcome12345",
  "adminadminadmin",
  "administrator",
  "administrator1",
  "abcdefghijkl",
  "abcd1234abcd",
  "000000000000",
  "111111111111",
  "librarylibrary",
];

const contextWords = ["corridor", "library", "librarian", "password", "university"];

/** What is wrong with a new password, in words for its owner, or undefined when it will do. No composition rules. */
export function newPasswordProblem(
  password: string,
  about: { email: string; name: string },
): string | undefined {
  const length = [...password].length;
  if (length < passwordLimits.min) return `A password has at least ${passwordLimits.min} characters`;
  if (length > passwordLimits.max) return `A password has at most ${passwordLimits.max} characters`;
  const lower = password.toLowerCase();
  if (common.includes(lower) || /^(.)\1+$/u.test(lower))
    return "That password is among the first anybody would try";
  const own = [
    ...contextWords,
    ...about.email.toLowerCase().split(/[@.]/),
    ...about.name.toLowerCase().split(" "),
  ];
  let rest = lower;
  for (const word of own.filter((candidate) => candidate.length > 2)) rest = rest.replaceAll(word, "");
  if ([...rest].length < 6)
    return "That password is too close to your name, your address or the library's own words";
  return undefined;
}
