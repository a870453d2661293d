import { type Act, isView } from '@/domain/audit/act'
import type { Named } from '@/domain/audit/named'
import { ROLES } from '@/domain/auth/role'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { AuditItem } from './audit-list'
import { namedParts } from './audit-named'
import type { Fact } from './facts'
import { Name } from './name'
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
  /** The number of entries that this one stands for: an act on several people stores one for each. Default: 1. */
  rows?: number
  /** What it is about beside a person; only the log reads it. */
  named?: Named
  actorId?: string | null
}
type Shown = {
  /** Shows whom the act was about; false on a page about one person. */
  about: boolean
  /** Shows in which institution it happened; false on the page of the institution. */
  institution: boolean
  /** The page to which a name links; without it, names are plain text. */
  personHref?: (accountId: string) => string
  /** The page to which the name of a cohort links. */
  cohortHref?: (cohortId: string) => string
}

/** Acts in words: what, when, by whom, about whom, where and why, as far as they are known. */
export function auditItems(entries: readonly Entry[], shown: Shown, locale: Locale, t: Translator): AuditItem[] {
  const name = (names: Names | null, unknown: string, id?: string | null) => {
    if (!names) return unknown
    const plain = <NameIn names={names} locale={locale} />
    return id && shown.personHref ? <a href={shown.personHref(id)}>{plain}</a> : plain
  }
  return entries.map((entry) => {
    const declined = entry.act === 'role-declined'
    const facts: (Fact | false | null)[] = [
      {
        label: t('audit.by'),
        value: name(entry.actor, t(unnamedActor(entry)), entry.actorId),
      },
      shown.about &&
        !declined &&
        !isFolded(entry) &&
        isAboutSomeone(entry) &&
        !(entry.subject === null && entry.named?.member) && {
          label: t('audit.about'),
          value: name(entry.subject, t(isOffer(entry) ? 'audit.addressee' : 'audit.forgotten'), entry.subjectId),
        },
      ...namedFacts(entry, shown, locale, t),
      shown.institution && entry.institution && { label: t('audit.where'), value: name(entry.institution, '') },
      entry.reason !== null && { label: t('audit.why'), value: <bdi>{entry.reason}</bdi> },
    ]
    return {
      id: String(entry.id),
      date: formatDateTime(entry.at, locale),
      act: actInWords(entry, t),
      facts: facts.filter((fact) => typeof fact === 'object' && fact !== null),
    }
  })
}

/** What was done, as a sentence. If a list was opened, the sentence says how many people it showed. */
export function actInWords(
  { act, rows = 1, details, named }: Pick<Entry, 'act' | 'rows' | 'details' | 'named'>,
  t: Translator,
): string {
  if (isView(act) && rows > 1) return t(`audit.lists.${act}`, { count: rows })
  if (act === 'list-taken-in' && named?.list) return t('audit.takenIn', named.list)
  return t(`audit.acts.${act}`, { role: roleIn(details, t), rows: rowsIn(details), token: tokenIn(details) })
}

/** What the act is about, for the log: not the person who has an account, who is named before. */
function namedFacts(entry: Entry, { cohortHref }: Shown, locale: Locale, t: Translator): Fact[] {
  const { named = null, rows = 1, subject } = entry
  // A list that was opened says in its sentence how many people it showed.
  const parts = named && { ...named, member: subject ? null : named.member }
  return namedParts(parts, isView(entry.act) ? 0 : rows, locale, t).map(({ label, text, cohort }) => ({
    label,
    value: cohort && cohortHref ? <a href={cohortHref(cohort)}>{<Name>{text}</Name>}</a> : <Name>{text}</Name>,
  }))
}

/** The label of the actor if no person is stored with the act. */
function unnamedActor({ act }: Entry) {
  if (act === 'role-declined') return 'audit.addressee'
  return act === 'api-read' ? 'audit.system' : 'audit.nobody'
}

const isFolded = ({ rows = 1 }: Entry) => rows > 1

/** The institution may not know the name of the person to whom a role is offered before she has accepted it. */
const isOffer = ({ act }: Entry) => ['role-offered', 'role-offer-sent-again', 'role-offer-taken-back'].includes(act)

function isAboutSomeone({ act, subjectId }: Entry): boolean {
  return subjectId !== null || /^(role|identity|record|person|certificate|platform)-/.test(act)
}

function roleIn(details: Entry['details'], t: Translator): string {
  const named = typeof details === 'object' && details !== null && 'role' in details ? details.role : null
  const role = ROLES.find((one) => one === named)
  return role ? t(`roles.${role}`) : ''
}

/** The name of the token that an act is about. */
function tokenIn(details: Entry['details']): string {
  const named = typeof details === 'object' && details !== null && 'token' in details && 'name' in details
  return named && typeof details.name === 'string' ? details.name : ''
}

/** How many rows a retention run removed, of all kinds. */
function rowsIn(details: Entry['details']): number {
  const figures = typeof details === 'object' && details !== null ? Object.values(details) : []
  return figures.reduce<number>((sum, figure) => sum + (typeof figure === 'number' ? figure : 0), 0)
}
