/** What a list may say of a person. */
export const LIST_COLUMNS = ['email', 'nameArabic', 'nameLatin', 'function', 'locale'] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]
/** Which place in a row holds what. */
export type Columns = Partial<Record<ListColumn, number>>

/** Headers as people write them, in the three languages, after `plain`. */
const NAMES: Readonly<Record<ListColumn, readonly string[]>> = {
  email: [
    'email',
    'mail',
    'courriel',
    'adresse',
    'adresse email',
    'adresse mail',
    'adresse electronique',
    'البريد',
    'البريد الالكتروني',
    'العنوان الالكتروني',
  ],
  nameArabic: [
    'nom arabe',
    'nom en arabe',
    'nom ar',
    'arabic name',
    'name in arabic',
    'name arabic',
    'الاسم',
    'الاسم الكامل',
    'الاسم بالعربيه',
    'الاسم العايلي والشخصي',
  ],
  nameLatin: [
    'nom',
    'nom latin',
    'nom complet',
    'nom et prenom',
    'prenom et nom',
    'nom fr',
    'nom en francais',
    'nom en caracteres latins',
    'name',
    'full name',
    'latin name',
    'name in latin',
    'الاسم باللاتينيه',
    'الاسم بالفرنسيه',
    'الاسم بالحروف اللاتينيه',
  ],
  function: ['fonction', 'qualite', 'function', 'role', 'position', 'الصفه', 'المهمه', 'الوظيفه'],
  locale: ['langue', 'language', 'locale', 'اللغه', 'لغه المراسله'],
}

/** Case, accents, hamza, ta marbuta, marks and punctuation do not tell headers apart. */
export function plain(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ئ/g, 'ي')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail\b/g, 'email')
    .trim()
}

export type Header =
  | { status: 'read'; columns: Columns; unknown: readonly string[] }
  /** Without an e-mail nobody can be invited. */
  | { status: 'no-email' }
  | { status: 'twice'; column: ListColumn }

/** Reads the first row of a list. */
export function readHeader(cells: readonly string[]): Header {
  const columns: Columns = {}
  const unknown: string[] = []
  for (const [place, cell] of cells.entries()) {
    const name = plain(cell)
    const column = LIST_COLUMNS.find((one) => NAMES[one].includes(name))
    if (!column) {
      if (name !== '') unknown.push(cell.trim())
      continue
    }
    if (columns[column] !== undefined) return { status: 'twice', column }
    columns[column] = place
  }
  return columns.email === undefined ? { status: 'no-email' } : { status: 'read', columns, unknown }
}
