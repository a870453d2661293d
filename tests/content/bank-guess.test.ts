import { afterAll, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { main as guess } from '@/scripts/bank-guess'
import { callIn } from '../support/call-command'
import { contentCopy } from '../support/content-copy'
import { runIn } from '../support/run-command'

const copy = contentCopy('commission')
afterAll(copy.discard)

type Line = { locale: string; strategy: string; over: boolean; courses: { id: string; over: boolean }[] }

it('tells what each way of guessing earns in a bank, in each language, as data or as a table', async () => {
  const { code, out, err } = runIn(copy.root, 'bank-guess', '--json')
  const report: Line[] = JSON.parse(out)
  const table = await callIn(copy.root, guess)

  expect(err).toBe('')
  expect(new Set(report.map(({ locale }) => locale))).toEqual(new Set(LOCALES))
  expect(report.flatMap(({ courses }) => courses.map(({ id }) => id))).toEqual(report.map(() => 'commission'))
  expect(code).toBe(report.some(({ over, courses }) => over || courses.some((each) => each.over)) ? 1 : 0)
  for (const { locale, strategy } of report) expect(table.out).toContain(`\n${locale}  ${strategy}  `)
  expect(table).toMatchObject({ code, out: expect.stringMatching(/^Points above chance.+\n +all +commission/) })
})
