import { expect, it } from 'vitest'
import { filesIn } from './files-in'

/** A name chosen by the language alone: for somebody who has none in that script, it is an empty line. */
const BY_HAND = /=== 'ar'\s*\?\s*(?:\w+[.?]*)*?(?:nameArabic|institutionArabic)\b/g
/** The one place that chooses, and falls back to the other script. */
const CHOOSES = 'domain/person/name-in.ts'

const byHand = (text: string) => text.match(BY_HAND) ?? []

it.each([
  "locale === 'ar' ? nameArabic : nameLatin",
  "(locale === 'ar' ? holder.nameArabic : holder.nameLatin)",
  "locale === 'ar' ? seminar.institution.nameArabic : x",
  "locale === 'ar'\n    ? request.institutionArabic",
])('refuses a name chosen by hand: %s', (code) => {
  expect(byHand(code)).toHaveLength(1)
})

it('leaves the choice between the two names of a person or an institution to nameIn and NameIn', () => {
  const files = filesIn(['app', 'components', 'domain', 'server'], ['.ts', '.tsx']).filter(
    ({ file }) => file !== CHOOSES,
  )
  expect(files.flatMap(({ file, text }) => byHand(text).map((code) => `${file}: ${code}`))).toEqual([])
})
