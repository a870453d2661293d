import fc from 'fast-check'
import { expect, it } from 'vitest'
import { searchPeople } from './search-people'

const FATIMA = { nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui', email: 'f.alaoui@example.ma' }
const ABDALLAH = { nameArabic: 'عبد الله بناني', nameLatin: 'Abdellah Bénnani', email: 'bennani@example.org' }
const PEOPLE = [FATIMA, ABDALLAH]

it.each([
  ['', PEOPLE],
  ['  . ', PEOPLE],
  ['alaoui', [FATIMA]],
  ['ALAOUI Fatima', [FATIMA]],
  ['فاطمه', [FATIMA]],
  ['عبدالله', [ABDALLAH]],
  ['bennani', [ABDALLAH]],
  ['f.alaoui@example.ma', [FATIMA]],
  ['example', PEOPLE],
  ['Fatima Bennani', []],
  ['nobody', []],
])('finds for %j whom it names', (typed, found) => {
  expect(searchPeople(PEOPLE, typed)).toEqual(found)
})

it('finds every person by her own name or address, and keeps the order', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/)
  const person = fc.record({
    nameArabic: fc.constant('فاطمة'),
    nameLatin: word,
    email: word.map((name) => `${name}@example.ma`),
  })
  fc.assert(
    fc.property(fc.array(person, { minLength: 1 }), fc.nat(), (people, at) => {
      const her = people[at % people.length]
      if (!her) return
      for (const typed of [her.nameLatin, her.email]) {
        const found = searchPeople(people, typed)
        expect(found).toContain(her)
        expect(found).toEqual(people.filter((one) => found.includes(one)))
      }
    }),
  )
})
