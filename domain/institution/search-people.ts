import { foldName } from '../certificate/match-name'
import type { Names } from '../person/profile'

/**
 * The people whose names or address contain every typed word, in either script and with any spelling variants; all
 * people if no word was typed.
 */
export function searchPeople<T extends Names & { email: string }>(people: readonly T[], typed: string): readonly T[] {
  const words = foldName(typed).split(' ').filter(Boolean)
  if (words.length === 0) return people
  return people.filter(({ nameArabic, nameLatin, email }) => {
    // Without spaces, because عبد الله and عبدالله are one name.
    const names = foldName(`${nameArabic} ${nameLatin} ${email}`).replaceAll(' ', '')
    return words.every((word) => names.includes(word))
  })
}
