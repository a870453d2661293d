import type { Names } from '@/domain/account/profile'
import type { Act } from '@/domain/audit/act'
import { ROLES } from '@/domain/institution/role'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { AuditItem } from './audit-list'
import type { Fact } from './facts'
import { NameIn } from './name-in'

/** An entry of the audit log, with the names that the reader may know. */
export type Entry = {
  id: bigint
  at: Date
  act: Act
  subjectId: string | null
  reason: string | null
  details: unknown
  actor: Names | null
  subject: Names | null
  institution: Names | null
}
type Shown = {
  /** About whom. Not on a page that is all about one person. */
  about: boolean
  /** In which institution. Not on its own page. */
  institution: boolean
}

/** Acts in words: what, when, by whom, about whom, where and why, as far as they are known. */
export function auditItems(entries: readonly Entry[], shown: Shown, locale: Locale, t: Translator): AuditItem[] {
  const name = (names: Names | null, unknown: string) => (names ? <NameIn names={names} locale={locale} /> : unknown)
  return entries.map((entry) => {
    const declined = entry.act === 'role-declined'
    const facts: (Fact | false | null)[] = [
      { label: t('audit.by'), value: name(entry.actor, t(declined ? 'audit.addressee' : 'audit.nobody')) },
      shown.about &&
        !declined &&
        isAboutSomeone(entry) && {
          label: t('audit.about'),
          value: name(entry.subject, t(isOffer(entry) ? 'audit.addressee' : 'audit.forgotten')),
        },
      shown.institution && entry.institution && { label: t('audit.where'), value: name(entry.institution, '') },
      entry.reason !== null && { label: t('audit.why'), value: <bdi>{entry.reason}</bdi> },
    ]
    return {
      id: String(entry.id),
      date: formatDateTime(entry.at, locale),
      act: t(`audit.acts.${entry.act}`, { role: roleIn(entry.details, t), rows: rowsIn(entry.details) }),
      facts: facts.filter((fact) => typeof fact === 'object' && fact !== null),
    }
  })
}

/** Whom a role is offered to is not for the institution to know before she has accepted. */
const isOffer = ({ act }: Entry) => act === 'role-offered' || act === 'role-offer-taken-back'

function isAboutSomeone({ act, subjectId }: Entry): boolean {
  return subjectId !== null || /^(role|identity|record|person|certificate|platform)-/.test(act)
}

function roleIn(details: Entry['details'], t: Translator): string {
  const named = typeof details === 'object' && details !== null && 'role' in details ? details.role : null
  const role = ROLES.find((one) => one === named)
  return role ? t(`roles.${role}`) : ''
}

/** How many rows a retention run removed, of all kinds. */
function rowsIn(details: Entry['details']): number {
  const figures = typeof details === 'object' && details !== null ? Object.values(details) : []
  return figures.reduce<number>((sum, figure) => sum + (typeof figure === 'number' ? figure : 0), 0)
}
