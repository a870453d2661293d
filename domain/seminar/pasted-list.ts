import type { RosterPerson } from '../cohort/import/read-row'

const NAMED = /^(?<name>[^<>]*)<(?<address>[^<>\s]+@[^<>\s]+)>$/u
const BARE = /^[^\s<>]+@[^\s<>]+$/u
const HEADER = 'E-mail;Nom complet (arabe);Nom complet;Langue'
const ARABIC = /\p{Script=Arabic}/u
/** If a name has one of these signs, a mail program wrote it in place of an unknown name. */
const NO_NAME = /[@\d]/u

/**
 * Addresses as people copy them from a letter, `Amina Tazi <a@x.ma>; b@x.ma`, written as a list with headers. Any other
 * text is left as it is: it is already a list.
 */
export function asList(text: string): string {
  const parts = text
    .split(/[\r\n]+/)
    .flatMap(splitAddresses)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const rows = parts.map((part) => {
    const { name = '', address } = NAMED.exec(part)?.groups ?? {}
    if (address) return rowOf(address, name.trim().replace(/^["']|["']$/gu, ''))
    return BARE.test(part) ? rowOf(part, '') : null
  })
  return rows.length > 0 && rows.every((row) => row !== null) ? [HEADER, ...rows].join('\n') : text
}

/** The same list for people who were already read, to be carried by a form. */
export function listOf(people: readonly RosterPerson[]): string {
  const rows = people.map(({ email, nameArabic, nameLatin, locale }) =>
    cells(email, nameArabic, nameLatin, locale ?? ''),
  )
  return [HEADER, ...rows].join('\n')
}

/** A line of several addresses. A line with cells of another kind stays whole. */
function splitAddresses(line: string): string[] {
  const parts = line.split(/[;,]/)
  return parts.every((part) => part.trim() === '' || part.includes('@')) ? parts : [line]
}

function rowOf(address: string, name: string): string {
  const known = NO_NAME.test(name) ? '' : name
  return ARABIC.test(known) ? cells(address, known, '', '') : cells(address, '', known, '')
}

function cells(...all: string[]): string {
  return all.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
}
