import { describe, expect, it } from 'vitest'
import { placesOf } from './columns'
import { findHeader, headerAt } from './find-header'

const rowsOf = (...rows: string[][]) => rows.map((cells, n) => ({ line: n + 1, cells }))

describe('the header of a list', () => {
  it('may come after a title, a date and the name of a court', () => {
    const rows = rowsOf(
      ['Cour d’appel de Fès'],
      ['Liste des magistrats', '', '24/11/2026'],
      ['', 'Nom', 'E-mail'],
      ['1', 'Tazi', 'a@example.ma'],
    )

    expect(findHeader(rows)).toMatchObject({ line: 3, taken: [null, 'nameLatin', 'email'], rows: [rows[3]] })
  })

  it('stands in the tenth row at the latest', () => {
    const above = Array.from({ length: 9 }, () => ['titre'])

    expect(findHeader(rowsOf(...above, ['email']))).toMatchObject({ line: 10, rows: [] })
    expect(findHeader(rowsOf(...above, ['titre'], ['email']))).toMatchObject({ line: 1 })
    expect(findHeader([])).toEqual({ line: null, cells: [], taken: [], rows: [] })
  })

  it('takes the script of a name from most of the cells under it', () => {
    const rows = rowsOf(['email', 'Nom'], ['a@x.ma', 'التازي'], ['b@x.ma', 'العلوي'], ['c@x.ma', 'Alaoui'])

    expect(placesOf(findHeader(rows).taken)).toMatchObject({ nameArabic: 1 })
  })

  it('that does not name the address is known by its other words, or by the address under it', () => {
    const person = ['Tazi', 'a@example.ma', 'Conseillère']

    expect(findHeader(rowsOf(['titre'], ['Nom', 'Contact', 'Grade'], person))).toMatchObject({
      line: 2,
      taken: ['nameLatin', 'email', 'function'],
    })
    expect(findHeader(rowsOf(['titre'], ['A', 'B'], person))).toMatchObject({
      line: 2,
      taken: [null, 'email', 'function'],
    })
  })

  it('may be missing: then the first row is a person', () => {
    const rows = rowsOf(['Tazi', 'a@example.ma'], ['Alaoui', 'b@example.ma'])

    expect(findHeader(rows)).toEqual({ line: null, cells: [], taken: [null, 'email'], rows })
  })

  it('may be chosen by hand', () => {
    const rows = rowsOf(['email', 'de la cour'], ['Nom', 'Courriel'], ['Tazi', 'a@example.ma'])

    expect(findHeader(rows)).toMatchObject({ line: 1 })
    expect(headerAt(rows, 2)).toMatchObject({ line: 2, taken: ['nameLatin', 'email'], rows: [rows[2]] })
    expect(headerAt(rows, null)).toMatchObject({ line: null, rows })
    expect(headerAt(rows, 77)).toMatchObject({ line: null, rows })
  })
})
