/** The units in which a number can be asked for. */
export const UNITS = ['years', 'months', 'days', 'hours', 'dirhams'] as const
export type Unit = (typeof UNITS)[number]

/** How people write a unit beside a number, in lower case and without vowel signs. */
const WORDS: Readonly<Record<Unit, readonly string[]>> = {
  years: ['سنة', 'سنوات', 'سنين', 'عام', 'عاما', 'أعوام', 'an', 'ans', 'année', 'années', 'year', 'years'],
  months: ['شهر', 'شهرا', 'أشهر', 'شهور', 'mois', 'month', 'months'],
  days: ['يوم', 'يوما', 'أيام', 'jour', 'jours', 'day', 'days'],
  hours: ['ساعة', 'ساعات', 'heure', 'heures', 'hour', 'hours', 'h'],
  dirhams: ['درهم', 'درهما', 'دراهم', 'dirham', 'dirhams', 'dh', 'dhs', 'mad'],
}

/** The unit that a word names; null if it names none. */
export function unitNamed(word: string): Unit | null {
  const plain = word.normalize('NFC').toLowerCase().replace(/\p{M}/gu, '')
  return UNITS.find((unit) => WORDS[unit].includes(plain)) ?? null
}
