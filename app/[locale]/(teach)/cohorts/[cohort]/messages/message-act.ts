import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { ANNOUNCEMENT_DONE, type AnnouncementDone } from '@/components/cohort/messages/announcements'
import { refuseFields } from '@/components/form/refuse-form'
import type { Group, Texts } from '@/domain/announcement/announcement'
import { announcementSchema, readAnnouncement, readPeople, WORDS_FIELDS } from '@/domain/announcement/announcement-form'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { readId } from '@/domain/institution/grant'
import { LOCALES, type Locale } from '@/domain/locale'

export type WrittenForm = { id: string; version: number; to: string[]; audience: Group; texts: Texts }

/** The form of a message, or the form with what is wrong. @throws {AppError} invalid-input for another form */
export function readWritten(form: FormData, { t }: Context<'cohort'>, ofCohort: Locale): WrittenForm | Refused {
  const typed = readAnnouncement(form)
  const to = readPeople(typed.to)
  const id = readId(typed.draft)
  const version = Number(typed.version)
  if (!id || !Number.isInteger(version) || (typed.to !== '' && to.length === 0))
    throw new AppError('invalid-input', 'another form')
  // Whoever is named needs no group.
  const { data, error } = announcementSchema(ofCohort).safeParse({ ...typed, audience: typed.audience || 'everybody' })
  return data ? { id, version, to, ...data } : { refused: refuseFields(t, fieldProblems(error), typed) }
}

/** What the form holds of a message that was written before. */
export function valuesOf({ audience, texts }: { audience: string; texts: Texts }): Record<string, string> {
  const words = LOCALES.flatMap((locale) => [
    [WORDS_FIELDS[locale].subject, texts[locale]?.subject ?? ''],
    [WORDS_FIELDS[locale].text, texts[locale]?.text ?? ''],
  ])
  return { audience, ...Object.fromEntries(words) }
}

/** What was just done, as the address says. */
export function doneTo(query: URLSearchParams): AnnouncementDone | null {
  return ANNOUNCEMENT_DONE.find((one) => one === query.get('done')) ?? null
}
