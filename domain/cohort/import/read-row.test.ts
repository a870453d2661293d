import { describe, expect, it } from 'vitest'
import { PERSON_FUNCTIONS } from '../../person/person-function'
import { readRow } from './read-row'

const columns = { email: 0, nameArabic: 1, nameLatin: 2, function: 3, locale: 4 }

it('reads a person, in whichever language her function and language are named', () => {
  const person = { email: 'f.alaoui@example.ma', nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }

  expect(
    readRow([' F.Alaoui@Example.ma ', 'فاطمة العلوي', 'Fatima  Alaoui', 'Juge d’instruction', 'Arabe'], columns),
  ).toEqual({
    status: 'person',
    person: { ...person, function: 'investigating-judge', institution: '', locale: 'ar' },
  })
  expect(readRow(['f.alaoui@example.ma', 'فاطمة العلوي', 'Fatima Alaoui', 'قاضي التحقيق', 'العربية'], columns)).toEqual(
    {
      status: 'person',
      person: { ...person, function: 'investigating-judge', institution: '', locale: 'ar' },
    },
  )
})

it('needs nothing but the e-mail', () => {
  expect(readRow(['a@example.ma'], { email: 0 })).toEqual({
    status: 'person',
    person: { email: 'a@example.ma', nameArabic: '', nameLatin: '', function: null, institution: '', locale: null },
  })
})

describe('says what is wrong', () => {
  it.each([
    ['email-missing', ['', 'فاطمة', 'Fatima', 'judge', 'ar']],
    ['email', ['not an address', '', '', '', '']],
    ['email', ['a@exаmple.ma', '', '', '', '']],
    ['name-arabic', ['a@example.ma', 'Fatima', '', '', '']],
    ['name-latin', ['a@example.ma', '', '=HYPERLINK("http://x")', '', '']],
    ['name-latin', ['a@example.ma', '', 'فاطمة', '', '']],
    ['locale', ['a@example.ma', '', '', '', 'Klingon']],
  ])('%s', (problem, cells) => {
    expect(readRow(cells, columns)).toEqual({ status: 'wrong', problem })
  })
})

it('skips an empty row', () => {
  expect(readRow(['', '  ', ''], columns)).toEqual({ status: 'blank' })
})

it('understands each function by its own code', () => {
  for (const code of PERSON_FUNCTIONS) {
    expect(readRow(['a@example.ma', '', '', code, ''], columns)).toMatchObject({ person: { function: code } })
  }
})

it.each([
  [{ givenLatin: 1, familyLatin: 2 }, ['Fatima Zahra', 'El Idrissi'], { nameLatin: 'Fatima Zahra El Idrissi' }],
  [{ familyLatin: 1, givenLatin: 2 }, ['OUHSSAINE', 'Amina'], { nameLatin: 'Amina OUHSSAINE' }],
  [{ familyArabic: 1, givenArabic: 2 }, ['العلوي', 'فاطمة'], { nameArabic: 'فاطمة العلوي' }],
  [{ familyLatin: 1, givenLatin: 2 }, ['Tazi', ''], { nameLatin: 'Tazi' }],
  [{ familyLatin: 1, givenLatin: 2 }, ['', 'Amina'], { nameLatin: 'Amina' }],
  [{ familyLatin: 1, givenLatin: 2 }, ['', ''], { nameLatin: '' }],
])('puts a name together as the platform shows it: %j %j', (places, names, expected) => {
  expect(readRow(['a@example.ma', ...names], { email: 0, ...places })).toMatchObject({
    status: 'person',
    person: expected,
  })
})

it('refuses a name in parts as it does a whole one', () => {
  const parts = { email: 0, givenLatin: 1, familyLatin: 2 }
  expect(readRow(['a@example.ma', 'Amina', '=1+1'], parts)).toEqual({ status: 'wrong', problem: 'name-latin' })
})

describe('never refuses a person for her function or court', () => {
  const facts = { email: 0, function: 1, institution: 2 }
  const read = (...cells: string[]) => readRow(['a@example.ma', ...cells], facts)

  it('keeps them as they are written', () => {
    expect(read(' Chargée  d’études ', 'Cour d’appel de  Fès')).toMatchObject({
      person: { function: 'Chargée d’études', institution: 'Cour d’appel de Fès' },
    })
  })

  it('leaves out what cannot be stored or shown, and cuts what is too long', () => {
    expect(read('a\0b\u202Ec', `\uD800${'x'.repeat(500)}`)).toMatchObject({
      person: { function: 'abc', institution: 'x'.repeat(160) },
    })
    expect(read('y'.repeat(500), '\0')).toMatchObject({ person: { function: 'y'.repeat(80), institution: '' } })
  })
})
