import type { MemberItem } from '@/components/institution/member-card'
import { NameIn } from '@/components/ui/name-in'
import { decide } from '@/domain/auth/policy'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import type { Member } from '@/server/institution/people'
import { type ListQuery, writeListQuery } from './list-query'

type Page = {
  permit: Permit<'people:read'>
  action: string
  /** What of the list is shown, to come back to. */
  shown: ListQuery
  locale: Locale
  t: Translator
}

/** A person as a page of people shows her to who holds this permit. */
export function memberItem(member: Member, { permit, action, shown, locale, t }: Page): MemberItem {
  const { accountId, nameArabic, nameLatin, email, roles, confirmation } = member
  const { institutionId } = permit.target
  const target = { institutionId: institutionId ?? '', accountId }
  const open = (permission: 'identity:confirm' | 'identity:withdraw') =>
    institutionId !== null && decide(permit.actor, permission, target) !== 'forbidden'
  return {
    accountId,
    nameArabic,
    nameLatin,
    email,
    you: accountId === permit.actor.accountId ? t('people.you') : null,
    roles: roles.map(({ role, grantedAt }) => {
      const mayEnd = decide(permit.actor, 'role:end', { institutionId, accountId, role }) !== 'forbidden'
      const label = t(`roles.${role}`)
      const end = {
        action: `${action}/end${writeListQuery(shown)}`,
        fields: { account: accountId, role },
        label: t('people.end', { role: label }),
      }
      return {
        role,
        label,
        since: t('people.since', { date: formatDate(grantedAt, locale) }),
        end: mayEnd ? end : null,
      }
    }),
    identity: institutionId === null ? null : identityOf(member, locale, t),
    confirm:
      confirmation || !open('identity:confirm')
        ? null
        : {
            action: `${action}/confirm${writeListQuery(shown)}`,
            fields: { account: accountId, nameArabic, nameLatin },
            label: t('people.confirm'),
          },
    withdraw:
      confirmation && open('identity:withdraw')
        ? { href: `${action}/withdraw${writeListQuery(shown, { account: accountId })}`, label: t('people.withdraw') }
        : null,
  }
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
