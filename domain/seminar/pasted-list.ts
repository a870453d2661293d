const NAMED = /^(?<name>[^<>]*)<(?<address>[^<>\s]+@[^<>\s]+)>$/u
const BARE = /^\S+@\S+$/u
const HEADER = 'E-mail;Nom complet'

/**
 * Addresses as people copy them from a letter, `Amina Tazi <a@x.ma>; b@x.ma`, written as a list with headers. Any other
 * text is left as it is: it is a list of its own.
 */
export function asList(text: string): string {
  const parts = text
    .split(/[\r\n]+/)
    .flatMap((line) => (line.includes('@') ? splitAddresses(line) : [line]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const rows = parts.map((part) => {
    const { name, address } = NAMED.exec(part)?.groups ?? {}
    if (address) return `${address};${quoted(name?.trim() ?? '')}`
    return BARE.test(part) ? `${part};` : null
  })
  return rows.length > 0 && rows.every((row) => row !== null) ? [HEADER, ...rows].join('\n') : text
}

/** A line of several addresses. A line with cells of another kind stays whole. */
function splitAddresses(line: string): string[] {
  const parts = line.split(/[;,]/)
  return parts.every((part) => part.trim() === '' || part.includes('@')) ? parts : [line]
}

function quoted(name: string): string {
  return `"${name.replace(/^"|"$/gu, '').replaceAll('"', '""')}"`
}
