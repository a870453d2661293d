import type { Names } from '../account/profile'
import { foldName } from '../certificate/match-name'

/** Those whose names or address hold every word that was typed, in either script and however it is spelt; no word: all. */
export function searchPeople<T extends Names & { email: string }>(people: readonly T[], typed: string): readonly T[] {
  const words = foldName(typed).split(' ').filter(Boolean)
  if (words.length === 0) return people
  return people.filter(({ nameArabic, nameLatin, email }) => {
    // Without spaces: عبد الله and عبدالله are one name.
    const said = foldName(`${nameArabic} ${nameLatin} ${email}`).replaceAll(' ', '')
    return words.every((word) => said.includes(word))
  })
}
