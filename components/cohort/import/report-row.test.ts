import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import type { ImportRow } from './import-run'
import { reportRow } from './report-row'

const t = translator('en')
const ROW: ImportRow = {
  line: 1204,
  email: 'f.alaoui@example.ma',
  nameArabic: '',
  nameLatin: '',
  function: null,
  institution: '',
  verdict: 'new',
  problem: null,
  outcome: null,
}
const row = (part: Partial<ImportRow>) => reportRow({ ...ROW, ...part }, 'en', t)

it.each([
  [{}, 'ok', 'verdicts.new'],
  [{ verdict: 'already-in' }, '', 'verdicts.already-in'],
  [{ verdict: 'wrong', problem: 'email' }, 'bad', 'problems.email'],
  [{ outcome: 'invited' }, 'ok', 'outcomes.invited'],
  [{ outcome: 'waiting' }, 'ok', 'outcomes.waiting'],
  [{ outcome: 'refused-before' }, 'warn', 'outcomes.refused-before'],
] as const)('for the row %j, shows %j with %s', (part, tone, said) => {
  expect(row(part)).toMatchObject({ tone, text: t(`cohorts.import.${said}`) })
})

it('names a function that the platform knows, and marks one that only the file knows', () => {
  expect(row({ function: 'judge' }).function).toEqual({ text: t('fields.functions.judge'), note: null })
  expect(row({ function: 'Greffière en chef' }).function).toEqual({
    text: 'Greffière en chef',
    note: t('cohorts.import.functionAsWritten'),
  })
  expect(row({}).function).toBeNull()
})

it('formats the number of the line, and writes a dash for a missing name', () => {
  expect(row({})).toMatchObject({ line: '1,204', name: '—' })
})
