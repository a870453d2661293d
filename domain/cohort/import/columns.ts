import { displayText } from './display-text'
import { foldWord } from './fold-word'

/** What a column of a list may mean. Each has its label in i18n/messages/*.json under `cohorts.import.columns`. */
export const ROSTER_COLUMNS = [
  'email',
  'nameArabic',
  'givenArabic',
  'familyArabic',
  'nameLatin',
  'givenLatin',
  'familyLatin',
  'function',
  'institution',
  'locale',
] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]
/** The columns of the template. Given and family names have separate columns, so they cannot be confused. */
export const TEMPLATE_COLUMNS = [
  'email',
  'givenArabic',
  'familyArabic',
  'givenLatin',
  'familyLatin',
  'function',
  'institution',
  'locale',
] as const satisfies readonly RosterColumn[]
/** The index of each known column in a row. */
export type Columns = Partial<Record<RosterColumn, number>>
/** A header as the file writes it, with the meaning of its column; null if the column is not used. */
export type NamedColumn = { written: string; column: RosterColumn | null }
export type Script = 'Arabic' | 'Latin'
type NamePart = 'name' | 'given' | 'family'

/** Headers as people write them in the three languages, in the form that `foldWord` returns. */
const FACTS = {
  email: [
    'email',
    'mail',
    'courriel',
    'adresse email',
    'adresse mail',
    'adresse electronique',
    'adresse de messagerie',
    'email address',
    'البريد',
    'البريد الالكتروني',
    'بريد الكتروني',
    'عنوان البريد الالكتروني',
    'العنوان الالكتروني',
  ],
  function: [
    'fonction',
    'fonctions',
    'qualite',
    'poste',
    'function',
    'role',
    'position',
    'job title',
    'الصفه',
    'المهمه',
    'الوظيفه',
    'المنصب',
  ],
  institution: [
    'juridiction',
    'juridiction ou etablissement',
    'tribunal',
    'tribunal ou cour',
    'cour',
    'etablissement',
    'institution',
    'organisme',
    'administration',
    'affectation',
    'lieu d affectation',
    'lieu de travail',
    'lieu d exercice',
    'court',
    'court or institution',
    'workplace',
    'organisation',
    'organization',
    'المحكمه',
    'المحكمه او الموسسه',
    'الموسسه',
    'الاداره',
    'الجهه القضاييه',
    'مقر العمل',
    'مكان العمل',
    'مقر التعيين',
    'التعيين',
  ],
  locale: [
    'langue',
    'langue preferee',
    'langue de correspondance',
    'language',
    'preferred language',
    'locale',
    'اللغه',
    'اللغه المفضله',
    'لغه المراسله',
  ],
} as const satisfies Partial<Record<RosterColumn, readonly string[]>>

const NAMES: Readonly<Record<NamePart, readonly string[]>> = {
  name: [
    'nom complet',
    'nom et prenom',
    'nom et prenoms',
    'noms et prenoms',
    'nom prenom',
    'prenom et nom',
    'prenoms et nom',
    'prenom nom',
    'full name',
    'fullname',
    'first and last name',
    'الاسم الكامل',
    'الاسم العايلي والشخصي',
    'الاسم الشخصي والعايلي',
    'الاسم والنسب',
    'النسب والاسم',
  ],
  given: [
    'prenom',
    'prenoms',
    'first name',
    'firstname',
    'given name',
    'given names',
    'forename',
    'الاسم الشخصي',
    'الاسم الاول',
  ],
  family: [
    'nom de famille',
    'nom patronymique',
    'last name',
    'lastname',
    'family name',
    'surname',
    'الاسم العايلي',
    'اسم العايله',
    'النسب',
    'اللقب',
  ],
}
/** These mean the whole name. Beside a column for one part only, they mean the other part. */
const NAME_OR_PART = ['nom', 'noms', 'name', 'الاسم', 'اسم']
/** These mean the e-mail if no other column does, otherwise the person's home address. */
const EMAIL_OR_NOT = ['adresse', 'address', 'العنوان']

/** Words of a header that say in which script the name under it is written. */
const SCRIPT_WORDS: Readonly<Record<Script, readonly string[]>> = {
  Arabic: ['arabe', 'arabes', 'arabic', 'ar', 'عربي', 'عربيه', 'العربي', 'العربيه', 'بالعربي', 'بالعربيه'],
  Latin: [
    'latin',
    'latins',
    'latine',
    'latines',
    'francais',
    'francaise',
    'french',
    'fr',
    'لاتيني',
    'اللاتينيه',
    'باللاتينيه',
    'الفرنسيه',
    'بالفرنسيه',
  ],
}
/** A header that is not used is listed only if it is among this many first headers. */
const MOST_SHOWN = 60
const LONGEST_SHOWN = 80
const BESIDE_SCRIPT = ['en', 'in', 'langue', 'lettres', 'letters', 'caracteres', 'script', 'اللغه', 'باللغه', 'بالحروف']

type Name = {
  part: NamePart | 'name-or-part'
  script: Script
  /** The header states its script in words, not only by its own letters. */
  sure: boolean
}
type Meaning = keyof typeof FACTS | 'email-or-not' | Name

/**
 * Reads one row as the header of a list. If two headers say the same, the first one counts.
 *
 * @param scriptOf the script of the cells under a header, if it can be told.
 * @returns the meaning of each cell; null if it has none.
 */
export function readHeader(
  cells: readonly string[],
  scriptOf: (place: number) => Script | null = () => null,
): (RosterColumn | null)[] {
  const meanings = cells.map(meaningOf)
  const names = meanings.map((meaning, place): Name | null => {
    if (!isName(meaning)) return null
    return meaning.sure ? meaning : { ...meaning, script: scriptOf(place) ?? meaning.script }
  })
  const noEmail = !meanings.includes('email')
  const taken = meanings.map((meaning, place): RosterColumn | null => {
    const name = names[place]
    if (name) return columnOf(name, names)
    if (meaning === 'email-or-not') return noEmail ? 'email' : null
    return isName(meaning) ? null : meaning
  })
  return taken.map((column, place) => (taken.indexOf(column) === place ? column : null))
}

/** The place of each column. */
export function placesOf(taken: readonly (RosterColumn | null)[]): Columns {
  return Object.fromEntries(taken.flatMap((column, place) => (column ? [[column, place]] : [])))
}

/** The headers with their meaning, as they are shown. Unused ones are left out after the first `MOST_SHOWN`. */
export function namedColumns(cells: readonly string[], taken: readonly (RosterColumn | null)[]): NamedColumn[] {
  const named = cells.map((cell, place) => ({
    written: displayText(cell, LONGEST_SHOWN),
    column: taken[place] ?? null,
  }))
  const filled = named.filter(({ written }) => written !== '')
  return filled.filter(({ column }, n) => column !== null || n < MOST_SHOWN)
}

/** How many of these cells are known headers. */
export function countKnownHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => meaningOf(cell) !== null).length
}

function meaningOf(header: string): Meaning | null {
  const words = foldWord(header).split(' ')
  const saysScript = (Object.keys(SCRIPT_WORDS) as Script[]).find((script) =>
    words.some((word) => SCRIPT_WORDS[script].includes(word)),
  )
  const rest = saysScript
    ? words.filter((word) => !SCRIPT_WORDS[saysScript].includes(word) && !BESIDE_SCRIPT.includes(word))
    : words
  const arabic = rest.filter((word) => /\p{Script=Arabic}/u.test(word))
  const latin = rest.filter((word) => !arabic.includes(word))
  // Many forms have headers in two languages at once: "Nom / الاسم العائلي".
  const inLatin = meaningIn(latin.join(' '))
  const meaning = inLatin ?? meaningIn(arabic.join(' ')) ?? meaningIn(rest.join(' '))
  if (!isPart(meaning)) return meaning
  const script = saysScript ?? (inLatin ? 'Latin' : 'Arabic')
  return { part: meaning, script, sure: saysScript !== undefined }
}

type WordMeaning = Exclude<Meaning, Name> | Name['part']

function isPart(meaning: WordMeaning | null): meaning is Name['part'] {
  return meaning === 'name-or-part' || (meaning !== null && meaning in NAMES)
}

function meaningIn(words: string): WordMeaning | null {
  const among = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>) =>
    (Object.keys(table) as Key[]).find((key) => table[key].includes(words)) ?? null
  if (NAME_OR_PART.includes(words)) return 'name-or-part'
  return among(FACTS) ?? among(NAMES) ?? (EMAIL_OR_NOT.includes(words) ? 'email-or-not' : null)
}

/**
 * The column that a name header means, given the other name headers of its script. Separate given and family names are
 * preferred to a whole name, because their order is known.
 */
function columnOf(name: Name, names: readonly (Name | null)[]): RosterColumn | null {
  const beside = names.filter((other): other is Name => other?.script === name.script)
  const parts = new Set(beside.map((other) => partOf(other, beside)))
  const inParts = parts.has('given') && parts.has('family')
  const part = partOf(name, beside)
  const used = part === 'name' ? !inParts : inParts || !parts.has('name')
  return used ? `${part}${name.script}` : null
}

function partOf({ part }: Name, beside: readonly Name[]): NamePart {
  if (part !== 'name-or-part') return part
  const [given, family] = [
    beside.some((other) => other.part === 'given'),
    beside.some((other) => other.part === 'family'),
  ]
  if (given === family) return 'name'
  return given ? 'family' : 'given'
}

function isName(meaning: Meaning | null | undefined): meaning is Name {
  return typeof meaning === 'object' && meaning !== null
}
