import { describe, expect, it } from 'vitest'
import { PERSON_FUNCTIONS } from '../../access/person-function'
import { readRow } from './read-row'

const columns = { email: 0, nameArabic: 1, nameLatin: 2, function: 3, locale: 4 }

it('reads a person, in whichever language her function and language are named', () => {
  const person = { email: 'f.alaoui@example.ma', nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' }

  expect(
    readRow([' F.Alaoui@Example.ma ', 'فاطمة العلوي', 'Fatima  Alaoui', 'Juge d’instruction', 'Arabe'], columns),
  ).toEqual({
    status: 'person',
    person: { ...person, function: 'investigating-judge', locale: 'ar' },
  })
  expect(readRow(['f.alaoui@example.ma', 'فاطمة العلوي', 'Fatima Alaoui', 'قاضي التحقيق', 'العربية'], columns)).toEqual(
    {
      status: 'person',
      person: { ...person, function: 'investigating-judge', locale: 'ar' },
    },
  )
})

it('needs nothing but the e-mail', () => {
  expect(readRow(['a@example.ma'], { email: 0 })).toEqual({
    status: 'person',
    person: { email: 'a@example.ma', nameArabic: '', nameLatin: '', function: null, locale: null },
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
    ['function', ['a@example.ma', '', '', 'wizard', '']],
    ['locale', ['a@example.ma', '', '', '', 'Klingon']],
  ])('%s', (problem, cells) => {
    expect(readRow(cells, columns)).toEqual({ status: 'wrong', problem })
  })
})

it('passes over a row with nothing in it', () => {
  expect(readRow(['', '  ', ''], columns)).toEqual({ status: 'blank' })
})

it('understands each function by its own code', () => {
  for (const code of PERSON_FUNCTIONS) {
    expect(readRow(['a@example.ma', '', '', code, ''], columns)).toMatchObject({ person: { function: code } })
  }
})
