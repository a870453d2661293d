import { expect, it } from 'vitest'
import { listColumns } from './list-columns'
import { UNDECIDED } from './reading-plan'

const head = [
  { line: 1, cells: ['Cour d’appel', '', '', '', ''] },
  { line: 2, cells: ['Courriel', 'Grade', 'Titre', '', 'CIN'] },
  { line: 3, cells: ['a@example.ma', 'Conseillère', 'Amina Tazi', '', '<b>1</b>'] },
  { line: 4, cells: ['b@example.ma', 'Juge', '', '', ''] },
]

it('lists each column that is not empty, with examples and the origin of its meaning', () => {
  const columns = ['email', 'function', 'nameLatin', null, null] as const

  expect(listColumns(head, { ...UNDECIDED, header: 2, columns })).toEqual([
    { place: 0, written: 'Courriel', samples: ['a@example.ma', 'b@example.ma'], column: 'email', origin: 'read' },
    { place: 1, written: 'Grade', samples: ['Conseillère', 'Juge'], column: 'function', origin: 'proposed' },
    { place: 2, written: 'Titre', samples: ['Amina Tazi'], column: 'nameLatin', origin: 'chosen' },
    { place: 4, written: 'CIN', samples: ['<b>1</b>'], column: null, origin: 'unused' },
  ])
})

it('lists no more columns than a page can hold', () => {
  const wide = Array.from({ length: 500 }, (_, n) => `c${n}`)

  const listed = listColumns([{ line: 1, cells: wide }], { ...UNDECIDED, header: 1, columns: wide.map(() => null) })

  expect(listed).toHaveLength(60)
})
