import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../../form/field-problem'
import { exportSchema, readExport } from './export-form'

function read(overrides: Record<string, string> = {}) {
  const form = new FormData()
  const typed = { content: 'progress', format: 'csv', locale: 'fr', reason: 'Rapport annuel', ...overrides }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const { data, error } = exportSchema.safeParse(readExport(form))
  return data ?? fieldProblems(error as NonNullable<typeof error>)
}

describe('an order of an export', () => {
  it('keeps a reason of several lines as one', () => {
    expect(read({ reason: ' Rapport\r\nannuel\n' })).toMatchObject({ reason: 'Rapport annuel' })
  })

  it.each([
    ['', 'required'],
    ['trop court', undefined],
    ['         x', 'required'],
    ['تقرير سنوي', undefined],
    ['r'.repeat(300), undefined],
    ['r'.repeat(301), 'too-long'],
    ['Rapport annuel 📊', 'characters'],
  ])('needs a reason of 10 to 300 characters: %j', (reason, problem) => {
    expect(read({ reason })).toMatchObject({ reason: problem ?? reason })
  })

  it.each(['content', 'format', 'locale'])('accepts only a known choice: %s', (name) => {
    expect(read({ [name]: 'answers' })).toEqual({ [name]: 'choose' })
  })
})
