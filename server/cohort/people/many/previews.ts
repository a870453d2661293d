import 'server-only'
import type { Person } from '@/domain/auth/policy'
import type { ManyAct } from '@/domain/cohort/many-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Letter } from '@/domain/letter/letter'
import { LOCALES, type Locale } from '@/domain/locale'
import { db, sql } from '../../../db/client'
import type { CohortRow } from '../../../db/cohort/cohorts'
import { type LetterParts, letterParts } from '../../../mail/letter'
import { cohortFacts } from '../../cohort-facts'
import { withNames } from '../../follow-people'
import { type InvitationFacts, invitationEnds, invitationLetter } from '../../invite'
import { reminderLetter } from '../../reminders/reminder-letter'
import { senderOf } from '../../reminders/sender-of'
import { type Recipient, recipientsOf } from '../recipients'
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

/** In place of the secret of a link, which nobody but its recipient may see. An address shows these dots as they are. */
const NO_TOKEN = '...'

/** The letters that an act would write, each kind once in each language of its recipients. */
export async function previewsOf({ act, cohort, goal, due, free, by }: Asked, now: Date): Promise<ManyPreview[]> {
  if (act === 'withdraw' || due.length === 0) return []
  if (act === 'remind') return reminders(cohort, due, by)
  const to = act === 'transfer' ? goal : cohort
  if (!to) return []
  const facts = await cohortFacts(db(), to)
  const members = due.map(({ member }) => member)
  const recipients = await recipientsOf(db(), members)
  const invitations = (people: readonly Recipient[]) => invitationPreviews(people, to, facts, now)
  if (act === 'again') return invitations(recipients)
  const news = (kind: 'admitted' | 'queued', people: readonly Recipient[]) =>
    grouped(kind, people, (one) => newsPreview(kind, one, to, facts))
  if (act === 'admit') {
    const seats = free ?? members.length
    return [...news('admitted', recipients.slice(0, seats)), ...news('queued', recipients.slice(seats))]
  }
  // A person who waits is invited if a seat is left for her.
  const whose = (...statuses: MemberStatus[]) =>
    recipients.filter((_, place) => statuses.some((status) => status === members[place]?.status))
  return [...news('admitted', whose('active')), ...invitations(whose('invited', 'waiting'))]
}

/** The invitations that these people would get, once in each language. */
export function invitationPreviews(
  people: readonly Recipient[],
  to: CohortRow,
  facts: InvitationFacts,
  now: Date,
): ManyPreview[] {
  return grouped('invitation', people, (one) => invitationLetter(one, to, facts, linkShown(now)))
}

const linkShown = (now: Date) => ({ token: NO_TOKEN, expiresAt: invitationEnds(now) })

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
