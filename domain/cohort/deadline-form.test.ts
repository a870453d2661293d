import { expect, it } from 'vitest'
import { readDeadlines } from './deadline-form'

it('reads the last days of the steps the course has, and says which cannot be read', () => {
  const form = new FormData()
  form.set('due-offence', '2026-12-01')
  form.set('due-child', '')
  form.set('due-exam', '31/12/2026')
  form.set('due-none-of-ours', '2026-12-01')

  expect(readDeadlines(form, ['offence', 'child', 'exam'])).toEqual({
    deadlines: { offence: '2026-12-01' },
    wrong: ['due-exam'],
    typed: { 'due-offence': '2026-12-01', 'due-child': '', 'due-exam': '31/12/2026' },
  })
})
