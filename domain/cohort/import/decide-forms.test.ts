import { describe, expect, it } from 'vitest'
import { readColumnsForm } from './columns-form'
import { readTable } from './read-table'
import { type ReadingPlan, UNDECIDED } from './reading-plan'
import { validateRows } from './validate-rows'
import { KEEP_NOTHING, readValuesForm } from './values-form'

const formOf = (fields: Readonly<Record<string, string>>, rows: readonly number[] = []) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const row of rows) form.append('row', String(row))
  return form
}
const none = { accounts: new Set<string>(), members: new Map<string, string>() }
const judged = (rows: readonly string[][], plan: ReadingPlan) =>
  validateRows(
    readTable(
      rows.map((cells, n) => ({ line: n + 1, cells })),
      plan,
    ).lines,
    none,
  )

describe('a decision about the columns', () => {
  const plan: ReadingPlan = { ...UNDECIDED, header: 2, columns: ['email', null, 'nameLatin'] }
  const send = (fields: Readonly<Record<string, string>>) => readColumnsForm(formOf(fields), plan, [1, 2, 3])

  it('changes the meaning of each column that was asked about', () => {
    expect(send({ header: '2', 'column.1': 'givenLatin', 'column.2': 'familyLatin', go: 'on' })).toEqual({
      status: 'decided',
      plan: { ...plan, columns: ['email', 'givenLatin', 'familyLatin'] },
      goesOn: true,
    })
    expect(send({ 'column.2': 'nonsense' })).toMatchObject({ plan: { columns: ['email', null, null] }, goesOn: false })
  })

  it('has an address once, and no meaning twice', () => {
    expect(send({ 'column.0': '' })).toEqual({ status: 'refused', problem: 'no-email' })
    expect(send({ 'column.1': 'email' })).toEqual({ status: 'refused', problem: 'twice', column: 'email' })
  })

  it('forgets the columns if another header, or none, is chosen', () => {
    for (const [header, line] of [
      ['3', 3],
      ['none', null],
    ] as const) {
      expect(send({ header, 'column.0': 'function', go: 'on' })).toEqual({
        status: 'decided',
        plan: { ...plan, header: line, columns: null },
        goesOn: false,
      })
    }
    expect(send({ header: '99' })).toMatchObject({ plan: { header: 2 } })
  })
})

describe('a decision about the values', () => {
  const rows = [
    ['email', 'nom', 'fonction', 'tribunal', 'langue'],
    ['a@example.ma', 'Amina', '<b>Cadi</b>', 'TPI Fès', 'Tamazight'],
    ['b@example.ma', 'Badia', '<B>CADI</B>', 'tpi fes', 'fr'],
    ['not an address', '=1+1', '', '', ''],
    ['c@example.ma', 'Chouaib', '__proto__', 'Rabat', ''],
  ]
  const { values } = readTable(
    rows.map((cells, n) => ({ line: n + 1, cells })),
    UNDECIDED,
  )
  const place = (written: string) => values.findIndex((value) => value.written === written)

  it('is asked once for each value, with the number of its rows', () => {
    expect(values.map(({ kind, written, rows: count }) => [kind, written, count])).toEqual([
      ['function', '<b>Cadi</b>', 2],
      ['function', '__proto__', 1],
      ['institution', 'TPI Fès', 2],
      ['institution', 'Rabat', 1],
      ['locale', 'Tamazight', 1],
    ])
  })

  it('applies to all rows with the value, in whatever spelling', () => {
    const { plan, keep } = readValuesForm(
      formOf({
        [`value.${place('<b>Cadi</b>')}`]: 'judge',
        [`value.${place('__proto__')}`]: 'aside',
        [`value.${place('TPI Fès')}`]: 'Tribunal de première instance de Fès',
        [`value.${place('Rabat')}`]: 'Rabat',
        [`value.${place('Tamazight')}`]: 'empty',
        keep: 'yes',
      }),
      UNDECIDED,
      values,
    )

    expect(judged(rows, plan)).toMatchObject([
      { function: 'judge', institution: 'Tribunal de première instance de Fès', locale: null, verdict: 'new' },
      { function: 'judge', institution: 'Tribunal de première instance de Fès', locale: 'fr', verdict: 'new' },
      { verdict: 'wrong', problem: 'email', email: 'not an address', nameLatin: '=1+1' },
      { verdict: 'wrong', problem: 'aside' },
    ])
    // To leave a row aside is a decision about this list only. The second court stays as it is written: its stored
    // answer is deleted.
    expect(keep.without).toMatchObject([{ kind: 'institution', key: 'rabat' }])
    expect(keep.answers.map(({ kind, key, as }) => [kind, key, as])).toEqual([
      ['function', 'b cadi b', 'judge'],
      ['institution', 'tpi fes', 'Tribunal de première instance de Fès'],
      ['locale', 'tamazight', ''],
    ])
  })

  it('takes no value that the platform does not know, and keeps what was not asked about', () => {
    const before: ReadingPlan = { ...UNDECIDED, answers: [{ kind: 'locale', key: 'tamazight', as: 'ar' }] }
    const { plan, keep } = readValuesForm(formOf({ 'value.0': 'king', 'value.99': 'judge' }), before, values)

    expect(plan.answers).toEqual(before.answers)
    expect(keep).toEqual(KEEP_NOTHING)
  })

  it('keeps a person’s own words for her function, but refuses a language that is not understood', () => {
    expect(judged(rows, UNDECIDED)).toMatchObject([
      { verdict: 'wrong', problem: 'locale' },
      { verdict: 'new', function: '<B>CADI</B>' },
      { verdict: 'wrong', problem: 'email' },
      { verdict: 'new', function: '__proto__' },
    ])
  })

  it('corrects a single row in steps, and can be undone', () => {
    const first = readValuesForm(formOf({ 'email.4': 'D@example.ma' }, [4]), UNDECIDED, values).plan
    expect(judged(rows, first)[2]).toMatchObject({ email: 'D@example.ma', problem: 'name-latin' })
    const second = readValuesForm(formOf({ 'nameLatin.4': 'Driss Idrissi' }, [4]), first, values).plan
    expect(judged(rows, second)[2]).toMatchObject({ email: 'd@example.ma', nameLatin: 'Driss Idrissi', verdict: 'new' })
    const aside = readValuesForm(formOf({ 'row-aside.4': 'yes' }, [4]), second, values).plan
    expect(judged(rows, aside)[2]).toMatchObject({ problem: 'aside' })
    const back = readValuesForm(formOf({}, [4]), aside, values).plan
    expect(judged(rows, back)[2]).toMatchObject({ verdict: 'new' })
  })
})
