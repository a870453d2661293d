import { expect, it } from 'vitest'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import type { PersonalData } from '@/server/account/my-data'
import { describeData } from './describe-data'

const told = (data: object, locale: Locale = 'fr') =>
  describeData(data as PersonalData, locale, translator(locale)).flatMap(({ records }) =>
    records.flatMap(({ facts }) => facts.map(({ value }) => value)),
  )

it('shows certainty, true or false, and matched pairs in words', () => {
  const row = { answer: ['true'], certainty: 'fairly', flagged: true }

  expect(told({ AttemptQuestion: [row] })).toEqual(['Vrai', 'Assez sûr', 'Oui'])
  expect(told({ AttemptQuestion: [row] }, 'ar')).toEqual(['صحيح', 'على الأرجح', 'نعم'])
  expect(told({ AttemptQuestion: [{ answer: { p1: 'c', p2: 'a' } }] })).toEqual(['p1 = c, p2 = a'])
})

it('shows roles and statuses in words, and an unknown code as it is', () => {
  const data = {
    Membership: [{ role: 'tutor' }],
    MemberMove: [{ from: 'invited', to: 'active' }],
    SeminarRegistration: [{ status: 'offered' }],
    CohortMember: [{ status: 'unknown' }],
  }

  expect(told(data)).toEqual(['Tuteur / tutrice', 'Invité(e)', 'Inscrit(e)', 'Place proposée', 'unknown'])
})

it('leaves out tables without rows and columns without a value', () => {
  const data = { Reminder: [], AuditEntry: [{ reason: null, details: {} }] }

  expect(describeData(data as unknown as PersonalData, 'fr', translator('fr')).map(({ id }) => id)).toEqual([
    'AuditEntry',
  ])
  expect(told(data)).toEqual([])
})
