import { describe, expect, it } from 'vitest'
import type { Person } from '@/domain/auth/policy'
import { translator } from '@/i18n/translator'
import { type Member, memberItem } from './member-item'

const COURT = '0190a000-0000-7000-8000-000000000001'
const reader = (role: 'administrator' | 'tutor'): Person => ({
  kind: 'person',
  accountId: 'reader',
  sessionId: 's',
  confirmed: true,
  locale: 'en',
  roles: { platform: [], institutions: [{ institutionId: COURT, kind: 'court', role }], proof: 'fresh' },
})
const MEMBER: Member = {
  accountId: 'member',
  nameArabic: 'فاطمة العلوي',
  nameLatin: 'Fatima Alaoui',
  email: 'f.alaoui@example.ma',
  roles: [{ role: 'tutor', grantedAt: new Date('2026-01-02T09:00:00Z') }],
  confirmation: null,
}
const CONFIRMED: Member = {
  ...MEMBER,
  confirmation: { confirmedAt: new Date('2026-02-03T09:00:00Z'), confirmedBy: null },
}
const shown = { typed: 'Alaoui', page: 2 }
const item = (member: Member, by: Person, institutionId: string | null = COURT) =>
  memberItem(member, {
    reader: by,
    institutionId,
    action: '/en/institutions/1/people',
    shown,
    locale: 'en',
    t: translator('en'),
  })

describe('an administrator', () => {
  it('may confirm an unconfirmed person, under the names that she sees', () => {
    expect(item(MEMBER, reader('administrator'))).toMatchObject({
      confirm: {
        action: '/en/institutions/1/people/confirm?q=Alaoui&page=2',
        fields: { account: 'member', nameArabic: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' },
      },
      withdraw: null,
      identity: { confirmed: false },
    })
  })

  it('may take a confirmation back', () => {
    expect(item(CONFIRMED, reader('administrator'))).toMatchObject({
      confirm: null,
      withdraw: { href: '/en/institutions/1/people/withdraw?q=Alaoui&page=2&account=member' },
      identity: { confirmed: true },
    })
  })

  it('may end a role', () => {
    expect(item(MEMBER, reader('administrator')).roles[0]?.end).toMatchObject({
      action: '/en/institutions/1/people/end?q=Alaoui&page=2',
      fields: { account: 'member', role: 'tutor' },
    })
  })
})

it('offers a tutor nothing', () => {
  const { confirm, withdraw, roles } = item(CONFIRMED, reader('tutor'))

  expect([confirm, withdraw, roles[0]?.end]).toEqual([null, null, null])
})

it('says nothing about identities on a page without an institution', () => {
  expect(item(MEMBER, reader('administrator'), null)).toMatchObject({ identity: null, confirm: null, withdraw: null })
})

it('marks the reader’s own entry', () => {
  expect(item({ ...MEMBER, accountId: 'reader' }, reader('administrator')).you).toBe(translator('en')('people.you'))
  expect(item(MEMBER, reader('administrator')).you).toBeNull()
})
