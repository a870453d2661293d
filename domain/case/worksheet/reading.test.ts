import { expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { sign } from '@/tests/support/library-factories'
import type { IndicatorGroup } from '../../library/indicator'
import {
  compareWorksheet,
  groupsCompared,
  groupsOfFile,
  readWorksheet,
  type WorksheetReading,
  worksheetReadingSchema,
} from './reading'

const group = (id: string, order: number, signs: string[]): IndicatorGroup => ({
  id,
  order,
  title: localized(id),
  lead: localized(id),
  indicators: signs.map((id) => sign({ id })),
  lawDate: '2025-12-08',
})
const GROUPS = {
  general: group('general', 1, ['fear', 'debt']),
  begging: group('begging', 6, ['takings']),
  organs: group('organs', 8, ['need']),
}
const READING: WorksheetReading = {
  child: 'yes',
  signs: [{ sign: 'general.fear', mark: 'present', facts: ['F2'] }],
}
const asked = groupsOfFile(GROUPS, 'begging')
const sent = (fields: Record<string, string>) => (name: string) => fields[name]

it('asks only about the common signs and those of the file’s form', () => {
  expect(asked.map(({ id }) => id)).toEqual(['general', 'begging'])
})

it('reads answers and numbers of facts, and nothing that was typed', () => {
  const fields = {
    child: 'doubt',
    'general.fear': 'present',
    'fact:general.fear': ' f2 ',
    'general.debt': 'absent',
    'fact:general.debt': 'Amina, rue 12',
    'begging.takings': '<script>',
    'organs.need': 'present',
  }
  const { child, signs } = readWorksheet(sent(fields), asked, ['F1', 'F2'])
  expect(child).toBe('doubt')
  expect([...signs]).toEqual([
    ['general.fear', { mark: 'present', fact: 'F2' }],
    ['general.debt', { mark: 'absent', fact: null }],
  ])
})

it('compares sign by sign, and takes what the authors do not name as not asked', () => {
  const answers = readWorksheet(
    sent({ child: 'yes', 'general.fear': 'present', 'fact:general.fear': '1', 'general.debt': 'unasked' }),
    asked,
    ['F1', 'F2'],
  )
  const { child, signs } = compareWorksheet(answers, READING, asked)
  expect(child.agrees).toBe(true)
  expect(signs.map(({ name, agrees, quoted }) => [name, agrees, quoted])).toEqual([
    ['general.fear', true, false],
    ['general.debt', true, null],
    ['begging.takings', false, null],
  ])
})

it('compares no sign of a child if the person is not a child', () => {
  const groups = [group('children', 2, ['no-school']), ...asked]
  const names = (child: 'yes' | 'no' | 'doubt') =>
    compareWorksheet({ child: null, signs: new Map() }, { ...READING, child }, groups).signs.map(({ name }) => name)
  expect(names('no')).toEqual(names('yes').slice(1))
  expect(names('doubt')[0]).toBe('children.no-school')
  expect(groupsCompared({ child: 'no' }, groups)).toEqual(asked)
})

it('refuses a reading with an unknown mark, fact or sign', () => {
  expect(worksheetReadingSchema.safeParse(READING).success).toBe(true)
  for (const sign of [{ mark: 'likely' }, { facts: ['3'] }, { sign: 'fear' }]) {
    const signs = [{ ...READING.signs[0], ...sign }]
    expect(worksheetReadingSchema.safeParse({ ...READING, signs }).success).toBe(false)
  }
})
