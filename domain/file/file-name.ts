import type { FileType } from './material-file'

const LONGEST = 120
/** Other file extensions of the same type. */
const ALIASES: Partial<Record<FileType, string>> = { jpg: 'jpeg' }

/**
 * The name under which a file is kept: without folders, signs that no system allows in a name, and signs that turn the
 * direction of the text (behind which `exe` reads as `ppt`). Its extension is that of its true type.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\u2028\u2029<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const stem = withoutEnd(plain, type).replace(/^[. ]+|[. ]+$/g, '')
  const short = [...stem].slice(0, LONGEST).join('').trim()
  return `${short || 'document'}.${type}`
}

function withoutEnd(name: string, type: FileType): string {
  const ends = [type, ALIASES[type]].filter((end) => end !== undefined)
  const end = ends.find((one) => name.toLowerCase().endsWith(`.${one}`))
  return end ? name.slice(0, -end.length - 1) : name
}

/** The same name in ASCII, for programs that do not read RFC 8187. */
export function plainFileName(name: string, type: FileType): string {
  const stem = name
    .slice(0, -type.length - 1)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 _().-]+/g, '-')
    .replace(/^[-. ]+|[-. ]+$/g, '')
  return `${/[A-Za-z0-9]/.test(stem) ? stem : 'document'}.${type}`
}
