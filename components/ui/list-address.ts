/** The address of a list with its filters; those without a value are left out. */
export function listAddress(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

/**
 * The `rel` of a link to a list. Crawlers must not follow combined filters: there are thousands of combinations, and
 * single filters already lead to every entry.
 */
export function relOf(address: string): 'nofollow' | undefined {
  return new URLSearchParams(address.split('?')[1]).size > 1 ? 'nofollow' : undefined
}
