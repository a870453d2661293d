import 'server-only'
import { courseToRemindOf } from '@/domain/cohort/at-risk'
import type { ReminderReason } from '@/domain/cohort/reminding'
import type { Letter } from '@/domain/letter/letter'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { ParticipantRow } from '../../db/cohort/cohort-progress'
import type { CohortRow } from '../../db/cohort/cohorts'
import { env } from '../../env'
import type { Followed } from '../follow-people'
import type { InvitationFacts } from '../invite'

export type Wording = {
  cohort: CohortRow
  facts: InvitationFacts
  why: ReminderReason
  sender: Names
  note: string | null
}

/**
 * A reminder to one person, in her language, with a link to the course that it is about. It says nothing that would
 * identify her.
 */
export function reminderLetter(
  person: Pick<ParticipantRow, 'nameArabic' | 'nameLatin' | 'locale'> & Pick<Followed, 'courses'> & { address: string },
  { cohort, facts, why, sender, note }: Wording,
): Letter<'reminder'> {
  const { locale, address: to } = person
  const courseId = courseToRemindOf(person.courses, why)?.courseId
  const course = courseId === undefined ? `/${locale}/learning` : `/${locale}/courses/${courseId}`
  const link = new URL(why === 'ready' && courseId !== undefined ? `${course}/exam` : course, env().publicUrl).href
  const reminder = { why, from: nameIn(sender, locale), note }
  const about = { ...facts[locale], cohort: cohort.name, reminder }
  return { kind: 'reminder', to, name: nameIn(person, locale), locale, link, about }
}
