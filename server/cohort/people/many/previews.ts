import 'server-only'
import type { Letter } from '@/domain/account/letter'
import type { Person } from '@/domain/auth/policy'
import type { ManyAct } from '@/domain/cohort/many-acts'
import { nameIn } from '@/domain/cohort/name-in'
import { LOCALES, type Locale } from '@/domain/locale'
import { db, sql } from '../../../db/client'
import type { CohortRow } from '../../../db/cohorts'
import type { ChoosableRow } from '../../../db/people-sets'
import { type LetterParts, letterParts } from '../../../mail/letter'
import { cohortFacts } from '../../cohort-facts'
import { withNames } from '../../follow-people'
import { type InvitationFacts, invitationEnds, invitationLetter } from '../../invite'
import { reminderLetter } from '../../reminders/reminder-letter'
import { senderOf } from '../../reminders/sender-of'
import { newsPreview } from '../tell-admitted'
import type { Looked } from './assess-members'

/** A letter as its first recipient in a language will get it, and the number of people who get one like it. */
export type ManyPreview = { key: string; locale: Locale; people: number; parts: LetterParts }

type Asked = {
  act: ManyAct
  cohort: CohortRow
  goal: CohortRow | null
  due: readonly Looked[]
  /** The number of free seats; null for no limit. */
  free: number | null
  by: Person
}

/** In place of the secret of a link, which nobody but its recipient may see. */
const NO_TOKEN = '…'

/** The letters that an act would write, each kind once in each language of its recipients. */
export async function previewsOf({ act, cohort, goal, due, free, by }: Asked, now: Date): Promise<ManyPreview[]> {
  if (act === 'withdraw' || due.length === 0) return []
  if (act === 'remind') return reminders(cohort, due, by)
  const to = act === 'transfer' ? goal : cohort
  if (!to) return []
  const facts = await cohortFacts(db(), to)
  const members = due.map(({ member }) => member)
  if (act === 'again') return grouped('invitation', members, (member) => invitation(member, to, facts, now))
  const news = (kind: 'admitted' | 'queued', people: readonly ChoosableRow[]) =>
    grouped(kind, people, (member) => newsPreview(kind, member, to, facts))
  if (act === 'admit') {
    const seats = free ?? members.length
    return [...news('admitted', members.slice(0, seats)), ...news('queued', members.slice(seats))]
  }
  // A person who waits is invited if a seat is left for her.
  const invited = members.filter(({ status }) => status === 'invited' || status === 'waiting')
  const active = members.filter(({ status }) => status === 'active')
  return [...news('admitted', active), ...grouped('invitation', invited, (one) => invitation(one, to, facts, now))]
}

function invitation(member: ChoosableRow, cohort: CohortRow, facts: InvitationFacts, now: Date): Letter {
  const locale = member.locale as Locale
  const { email } = member
  const link = { token: NO_TOKEN, expiresAt: invitationEnds(now) }
  return invitationLetter({ email, name: nameIn(member, locale), locale }, cohort, facts, link)
}

async function reminders(cohort: CohortRow, due: readonly Looked[], by: Person): Promise<ManyPreview[]> {
  const [facts, sender, named] = await Promise.all([
    cohortFacts(db(), cohort),
    senderOf(db(), by),
    withNames(
      sql(),
      due.flatMap(({ due: one }) => (one ? [{ ...one.followed, why: one.why }] : [])),
    ),
  ])
  const reasons = [...new Set(named.map(({ why }) => why))]
  return reasons.flatMap((why) =>
    grouped(
      why,
      named.flatMap(({ address, ...one }) => (one.why === why && address !== null ? [{ ...one, address }] : [])),
      (person) => reminderLetter(person, { cohort, facts, why, sender, note: null }),
    ),
  )
}

function grouped<P extends { locale: string }>(
  kind: string,
  people: readonly P[],
  write: (person: P) => Letter,
): ManyPreview[] {
  return LOCALES.flatMap((locale) => {
    const readers = people.filter((person) => person.locale === locale)
    const [first] = readers
    if (!first) return []
    return [{ key: `${kind}-${locale}`, locale, people: readers.length, parts: letterParts(write(first)) }]
  })
}
