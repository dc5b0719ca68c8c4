import { userInfo } from 'node:os';

/** Name of the account that runs the program; null where the system knows none, as in some containers. */
export function systemAccount(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
