import type { AnnouncementState, Audience, Fate, Texts } from '@/domain/announcement/announcement'
import type { Block } from '@/domain/announcement/markup'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'

/** A person whom a message names. */
export type Named = Names & { memberId: string }

/** An announcement as staff see it. The names are null once the account of its author is deleted. */
export type Announcement = {
  id: string
  audience: Audience
  texts: Texts
  state: AnnouncementState
  version: number
  changedAt: Date
  dueAt: Date | null
  sentAt: Date | null
  withdrawnAt: Date | null
  nameArabic: string | null
  nameLatin: string | null
  people: Partial<Record<Fate | 'waiting', number>>
}

/** The letter to the first reader of a language. `textIn`: the language of its words. */
export type LanguagePreview = {
  locale: Locale
  people: number
  textIn: Locale
  parts: {
    subject: string
    lead: readonly string[]
    words: { blocks: readonly Block[]; locale: Locale } | null
    link: string
    rest: readonly string[]
  }
}

/** What was just done. Each has its sentence under `cohorts.messages.done`. */
export const ANNOUNCEMENT_DONE = ['kept', 'tested', 'sent', 'scheduled', 'held', 'withdrawn', 'deleted'] as const
export type AnnouncementDone = (typeof ANNOUNCEMENT_DONE)[number]
