import { expect, it } from 'vitest'
import { packList, unpackList } from './carried-list'

const PLAN = {
  header: 1,
  columns: ['email', null, 'locale'] as const,
  answers: [{ kind: 'locale', key: 'tamazight', as: 'ar' }] as const,
  fixes: [{ line: 3, aside: false, cells: { email: 'a@x.ma' } }],
}
const CELLS = [
  { line: 1, cells: ['E-mail', 'Nom', 'Langue'] },
  { line: 3, cells: ['x', '<b>"نادية"</b>', 'tamazight'] },
]

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

it('comes back from a form as it was', () => {
  const packed = packList({ cells: CELLS, plan: PLAN })
  expect(packed && unpackList(formOf(packed))).toEqual({ cells: CELLS, plan: PLAN })
})

it('is not carried if a form could not hold it', () => {
  const row = { line: 1, cells: ['ن'.repeat(60_000)] }
  expect(packList({ cells: [row], plan: PLAN })).not.toBeNull()
  expect(packList({ cells: [row, row], plan: PLAN })).toBeNull()
})

it.each([
  ['no list', {}],
  ['no JSON', { cells: '[[1,', plan: '{}' }],
  ['cells that are no text', { cells: '[[1,[2]]]', plan: JSON.stringify(PLAN) }],
  ['a column that does not exist', { cells: '[]', plan: JSON.stringify({ ...PLAN, columns: ['iban'] }) }],
  ['another field', { cells: '[]', plan: JSON.stringify({ ...PLAN, admin: true }) }],
  ['too many rows', { cells: JSON.stringify(Array(600).fill([1, []])), plan: JSON.stringify(PLAN) }],
])('reads %s as none', (_, fields) => {
  expect(unpackList(formOf(fields))).toBeNull()
})
