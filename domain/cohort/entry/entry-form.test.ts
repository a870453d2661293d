import { expect, it } from 'vitest'
import { type EntryForm, entryForm, MOST_DOMAINS, readEntry } from './entry-form'

const typed = (overrides: Partial<EntryForm> = {}): EntryForm => ({
  way: 'both',
  domains: 'justice.example',
  approval: 'yes',
  ...overrides,
})
const many = Array.from({ length: MOST_DOMAINS + 1 }, (_, n) => `d${n}.example`).join(' ')

it('reads domains with any separator between them, each once', () => {
  const domains = ' Justice.example,cour.example;\n justice.example ،parquet.example\n'
  expect(readEntry(typed({ domains }))).toEqual({
    status: 'read',
    fields: { way: 'both', domains: ['justice.example', 'cour.example', 'parquet.example'], approval: true },
  })
})

it('needs no domain unless a domain opens the cohort, and keeps domains for later', () => {
  expect(readEntry(typed({ way: 'code', domains: '', approval: 'no' }))).toMatchObject({
    fields: { way: 'code', domains: [], approval: false },
  })
  expect(readEntry(typed({ way: 'closed' }))).toMatchObject({ fields: { domains: ['justice.example'] } })
})

it.each([
  [{ way: 'open' }, 'way', 'choose', ''],
  [{ approval: '' }, 'approval', 'choose', ''],
  [{ domains: '' }, 'domains', 'none', ''],
  [{ way: 'domain', domains: ' , ' }, 'domains', 'none', ''],
  [{ domains: many }, 'domains', 'too-many', ''],
  [{ domains: 'justice.example gmail.com' }, 'domains', 'free', 'gmail.com'],
  [{ way: 'code', domains: 'a@justice.example' }, 'domains', 'address', 'a@justice.example'],
] as const)('refuses %j: %s, %s', (overrides, name, problem, domain) => {
  expect(readEntry(typed(overrides))).toEqual({ status: 'wrong', name, problem, domain })
})

it('reads only the fields of its form', () => {
  const form = new FormData()
  form.set('way', 'code')
  form.set('code', 'AAAABBBB')
  expect(entryForm(form)).toEqual({ way: 'code', domains: '', approval: '' })
})
