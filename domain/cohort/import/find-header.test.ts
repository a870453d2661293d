import { describe, expect, it } from 'vitest'
import { findHeader } from './find-header'

const rowsOf = (...rows: string[][]) => rows.map((cells, n) => ({ line: n + 1, cells }))

describe('the header of a list', () => {
  it('may stand under a title, a date and whom the list is from', () => {
    const rows = rowsOf(
      ['Cour d’appel de Fès'],
      ['Liste des magistrats', '', '24/11/2026'],
      ['', 'Nom', 'E-mail'],
      ['1', 'Tazi', 'a@example.ma'],
    )

    expect(findHeader(rows)).toMatchObject({ status: 'read', columns: { nameLatin: 1, email: 2 }, rows: [rows[3]] })
  })

  it('stands in the tenth row at the latest', () => {
    const above = Array.from({ length: 9 }, () => ['titre'])

    expect(findHeader(rowsOf(...above, ['email']))).toMatchObject({ status: 'read', rows: [] })
    expect(findHeader(rowsOf(...above, ['titre'], ['email']))).toEqual({ status: 'no-email' })
    expect(findHeader([])).toEqual({ status: 'no-email' })
  })

  it('is refused where it names one thing twice', () => {
    expect(findHeader(rowsOf(['titre'], ['email', 'mail']))).toEqual({ status: 'twice', column: 'email' })
  })

  it('takes the script of a name from most of the cells under it', () => {
    const rows = rowsOf(['email', 'Nom'], ['a@x.ma', 'التازي'], ['b@x.ma', 'العلوي'], ['c@x.ma', 'Alaoui'])

    expect(findHeader(rows)).toMatchObject({ columns: { nameArabic: 1 } })
  })
})
