import type { Names } from '@/domain/account/profile'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { Group, ReminderReason } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import type { Parts } from './letter-preview'

/** Somebody who may be reminded. */
export type Remindee = Names & { memberId: string; locale: Locale; remindedAt: Date | null }
/** Whom a situation is about, and the letter to the first who gets it in each language. */
export type ChosenGroup = {
  why: ReminderReason
  group: Group<Remindee>
  previews: readonly { locale: Locale; parts: Parts }[]
}
/** One press that sent reminders; without a name, the account of whoever pressed is gone. */
export type ReminderRun = {
  at: Date
  why: ReminderReason
  nameArabic: string | null
  nameLatin: string | null
  people: readonly (Names & { email: string; letter: LetterState | null })[]
}
