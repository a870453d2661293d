import type { LetterState } from '@/domain/cohort/letter-state'
import type { Group, ReminderReason } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Parts } from './letter-preview'

/** Somebody who may be reminded. */
export type Remindee = Names & { memberId: string; locale: Locale; remindedAt: Date | null }
/** The people in a situation, and the letter to the first recipient in each language. */
export type ChosenGroup = {
  why: ReminderReason
  group: Group<Remindee>
  previews: readonly { locale: Locale; parts: Parts }[]
}
/** One run of reminders. The names are null once the account of the sender is deleted. */
export type ReminderRun = {
  at: Date
  why: ReminderReason
  nameArabic: string | null
  nameLatin: string | null
  people: readonly (Names & { email: string; letter: LetterState | null })[]
}
