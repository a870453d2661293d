const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An address may contain anything, and the database reports an error for a value that is not a UUID. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
