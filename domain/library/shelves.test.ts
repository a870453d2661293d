import { expect, it } from 'vitest'
import { card, libraryWith, provision } from '@/tests/support/course-factories'
import { isWhole, partsOf, shelves } from './shelves'

const byId = <T extends { id: string }>(items: T[]) => Object.fromEntries(items.map((item) => [item.id, item]))
const penalCode = libraryWith().instruments['penal-code']
if (!penalCode) throw new Error('the factory has no penal code')
const instruments = byId([{ ...penalCode, id: 'constitution' }, { ...penalCode, id: 'criminal-procedure' }, penalCode])

it('puts the articles on trafficking before the rest of the penal code, each in the order of its number', () => {
  const provisions = byId([card('cp-62', '62'), ...['10', '1', '2'].map((n) => provision({ id: `cp-448-${n}` }))])

  expect(shelves({ instruments, provisions }).flatMap((shelf) => shelf.provisions.map(({ id }) => id))).toEqual([
    'cp-448-1',
    'cp-448-2',
    'cp-448-10',
    'cp-62',
  ])
})

it('puts penal law and procedure before other texts and leaves empty shelves out', () => {
  const provisions = byId([
    { ...card('constitution-20', '20'), instrument: 'constitution' },
    { ...card('cpp-5', '5'), instrument: 'criminal-procedure' },
  ])

  expect(shelves({ instruments, provisions }).map(({ instrument }) => instrument.id)).toEqual([
    'criminal-procedure',
    'constitution',
  ])
})

it('knows an instrument that is one text, cited as a whole', () => {
  const whole = { ...card('cp-62', '62'), number: null }

  expect(isWhole({ instrument: penalCode, provisions: [whole] })).toBe(true)
  expect(isWhole({ instrument: penalCode, provisions: [card('cp-62', '62')] })).toBe(false)
  expect(isWhole({ instrument: penalCode, provisions: [whole, whole] })).toBe(false)
})

it('divides a long shelf by hundreds, trafficking first, and leaves a short one whole', () => {
  const ids = [...Array.from({ length: 60 }, (_, n) => `cp-${n + 90}`), 'cp-448-1', 'cp-448-14', 'cp-503-1']
  const provisions = byId(ids.map((id) => card(id, id.replace('cp-', ''))))
  const [long] = shelves({ instruments, provisions })
  const parts = long ? partsOf(long) : []

  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    ['448-1', '448-14'],
    ['90', '99'],
    ['100', '149'],
    ['503-1', '503-1'],
  ])
  expect(parts.flatMap((part) => part.provisions)).toEqual(long?.provisions)
  expect(partsOf({ instrument: penalCode, provisions: (long?.provisions ?? []).slice(0, 40) })).toEqual([])
})
