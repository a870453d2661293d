import { decide, type Person } from '@/domain/auth/policy'
import type { Role } from '@/domain/auth/role'
import { type ListQuery, writeListQuery } from '@/domain/institution/list-query'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { NameIn } from '../ui/name-in'
import type { MemberItem } from './member-card'

export type Member = Names & {
  accountId: string
  email: string
  roles: readonly { role: Role; grantedAt: Date }[]
  /** The confirmation of identity by this institution. */
  confirmation: { confirmedAt: Date; confirmedBy: Names | null } | null
}
type Page = {
  reader: Person
  /** Null for the platform. */
  institutionId: string | null
  action: string
  /** The filter and page of the list, to come back to after an act. */
  shown: ListQuery
  locale: Locale
  t: Translator
}

/** The view model of a person on a page of people, with the acts that the reader may do. */
export function memberItem(member: Member, page: Page): MemberItem {
  const { accountId, nameArabic, nameLatin, email, confirmation } = member
  const { reader, institutionId, action, shown, locale, t } = page
  const target = { institutionId: institutionId ?? '', accountId }
  const open = (permission: 'identity:confirm' | 'identity:withdraw') =>
    institutionId !== null && decide(reader, permission, target) !== 'forbidden'
  const confirm = {
    action: `${action}/confirm${writeListQuery(shown)}`,
    fields: { account: accountId, nameArabic, nameLatin },
    label: t('people.confirm'),
  }
  const withdraw = {
    href: `${action}/withdraw${writeListQuery(shown, { account: accountId })}`,
    label: t('people.withdraw'),
  }
  return {
    accountId,
    nameArabic,
    nameLatin,
    email,
    you: accountId === reader.accountId ? t('people.you') : null,
    roles: member.roles.map((held) => roleItem(held, accountId, page)),
    identity: institutionId === null ? null : identityOf(member, locale, t),
    confirm: !confirmation && open('identity:confirm') ? confirm : null,
    withdraw: confirmation && open('identity:withdraw') ? withdraw : null,
  }
}

function roleItem(
  { role, grantedAt }: Member['roles'][number],
  accountId: string,
  { reader, institutionId, action, shown, locale, t }: Page,
): MemberItem['roles'][number] {
  const mayEnd = decide(reader, 'role:end', { institutionId, accountId, role }) !== 'forbidden'
  const label = t(`roles.${role}`)
  const end = {
    action: `${action}/end${writeListQuery(shown)}`,
    fields: { account: accountId, role },
    label: t('people.end', { role: label }),
  }
  return { role, label, since: t('people.since', { date: formatDate(grantedAt, locale) }), end: mayEnd ? end : null }
}

function identityOf({ confirmation }: Member, locale: Locale, t: Translator): MemberItem['identity'] {
  if (!confirmation) return { confirmed: false, said: t('people.notConfirmed') }
  const { confirmedAt, confirmedBy } = confirmation
  const date = formatDate(confirmedAt, locale)
  const said = confirmedBy
    ? t.rich('people.confirmedByWhom', {
        date,
        name: () => <NameIn key="name" names={confirmedBy} locale={locale} />,
      })
    : t('people.confirmed', { date })
  return { confirmed: true, said }
}
