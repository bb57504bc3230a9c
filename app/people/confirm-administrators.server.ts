import { type Confirmation, confirmPassword } from "./confirm-password.server.ts";
import type { Role } from "./person.ts";

type Asked = { actorId: string; invited: readonly { role: Role }[]; password: string };

/**
 * Asks an administrator for their own password again before anybody is invited to be one: whoever sits at a desk left
 * open could else make an account of their own with every right.
 */
export async function confirmAdministrators({ actorId, invited, password }: Asked): Promise<Confirmation> {
  if (!invited.some(({ role }) => role === "admin")) return { outcome: "confirmed" };
  return confirmPassword({ personId: actorId, password });
}
