/**
 * Whether the account that a repository belongs to is one of those that this Galley serves: anybody can install
 * an App. `allowedOwners` are lower-case logins; none at all means everybody.
 */
export function isServed(allowedOwners: readonly string[], owner: string): boolean {
  return allowedOwners.length === 0 || allowedOwners.includes(owner.toLowerCase());
}
