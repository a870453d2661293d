import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { auditItems } from './audit-items'

const t = translator('fr')
const names = (nameLatin: string) => ({ nameArabic: nameLatin, nameLatin })
const entry = {
  id: 7n,
  at: new Date('2026-11-24T10:00:00Z'),
  act: 'role-granted' as const,
  subjectId: 'account-1',
  reason: null,
  details: { role: 'tutor' },
  actor: names('Karim Idrissi'),
  subject: names('Amina Tazi'),
  institution: names('École'),
}
type Entry = Parameters<typeof auditItems>[0][number]

function told(overrides: Partial<Entry>, shown = { about: true, institution: true }) {
  const [item] = auditItems([{ ...entry, ...overrides }], shown, 'fr', t)
  const facts = (item?.facts ?? []).map(({ label, value }) => [label, renderToStaticMarkup(value)])
  return { act: item?.act, ...Object.fromEntries(facts) }
}

it('says what was done with which role, by whom, about whom and where', () => {
  const { act, ...facts } = told({})

  expect(act).toContain(t('roles.tutor'))
  expect(Object.keys(facts)).toEqual([t('audit.by'), t('audit.about'), t('audit.where')])
  expect(facts[t('audit.about')]).toContain('Amina Tazi')
})

it('leaves out what its page says already', () => {
  const { act: _, ...facts } = told({}, { about: false, institution: false })

  expect(Object.keys(facts)).toEqual([t('audit.by')])
})

it('gives no name for a deleted account, or for the person to whom a role was offered', () => {
  expect(told({ actor: null })[t('audit.by')]).toBe(t('audit.nobody'))
  expect(told({ subject: null })[t('audit.about')]).toBe(t('audit.forgotten'))
  expect(told({ act: 'role-offered', subject: null })[t('audit.about')]).toBe(t('audit.addressee'))
})

it('does not reveal who declined a role', () => {
  const { act: _, ...facts } = told({ act: 'role-declined', actor: null, subject: null, subjectId: null })

  expect(facts).toEqual({ [t('audit.by')]: t('audit.addressee'), [t('audit.where')]: expect.any(String) })
})

it('adds up the rows of a retention run, whatever their kind', () => {
  const counted = told({ act: 'retention-executed', details: { letters: 2, sessions: 3 } }).act

  expect(counted).toBe(t('audit.acts.retention-executed', { rows: 5, role: '', token: '' }))
})

it('says how many rows an opened list had, and names nobody in it', () => {
  const { act, ...facts } = told({ act: 'certificate-viewed', rows: 25 })

  expect(act).toBe(t('audit.lists.certificate-viewed', { count: 25 }))
  expect(Object.keys(facts)).not.toContain(t('audit.about'))
  expect(told({ act: 'certificate-viewed', rows: 1 }).act).toBe(
    t('audit.acts.certificate-viewed', { rows: 0, role: '', token: '' }),
  )
})

it('links a name to the entries about that person, if the page can be narrowed to a person', () => {
  const shown = { about: true, institution: false, personHref: (id: string) => `?person=${id}` }

  expect(told({ actorId: 'account-2' }, shown)[t('audit.by')]).toContain('href="?person=account-2"')
  expect(told({}, shown)[t('audit.about')]).toContain('href="?person=account-1"')
  expect(told({ actorId: null, actor: null }, shown)[t('audit.by')]).not.toContain('href')
})
