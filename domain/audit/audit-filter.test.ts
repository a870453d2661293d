import { expect, it } from 'vitest'
import { NO_FILTER, readAuditFilter, writeAuditFilter } from './audit-filter'

const read = (query: string) => readAuditFilter(new URLSearchParams(query))

it('is read from the address, and written into it again', () => {
  const filter = { act: 'exported', person: 'العلوي', day: '2026-11-25' } as const
  const address = writeAuditFilter(filter)

  expect(read(address)).toEqual(filter)
  expect(writeAuditFilter(NO_FILTER)).toBe('')
  expect(read('act=without-views').act).toBe('without-views')
})

it.each(['act=drop+table', 'act=constructor', 'day=yesterday', 'day=2026-02-30', 'person=a', 'person=%00%E2%80%AE'])(
  'is not set by %s',
  (query) => {
    expect(read(query)).toEqual(NO_FILTER)
  },
)

it('takes a name of a bounded length, without invisible characters', () => {
  expect(read('person=+Ala%00oui+').person).toBe('Alaoui')
  expect(read(`person=${'a'.repeat(5000)}`).person).toHaveLength(80)
})
