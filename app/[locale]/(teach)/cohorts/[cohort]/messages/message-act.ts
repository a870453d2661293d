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

/** The values of a message form, or the form with its errors. @throws {AppError} invalid-input for another form */
export function readWritten(form: FormData, { t }: Context<'cohort'>, ofCohort: Locale): WrittenForm | Refused {
  const typed = readAnnouncement(form)
  const to = readPeople(typed.to)
  const id = readId(typed.draft)
  const version = Number(typed.version)
  if (!id || !Number.isInteger(version) || (typed.to !== '' && to.length === 0))
    throw new AppError('invalid-input', 'another form')
  // A message to named people has no group.
  const { data, error } = announcementSchema(ofCohort).safeParse({ ...typed, audience: typed.audience || 'everybody' })
  return data ? { id, version, to, ...data } : { refused: refuseFields(t, fieldProblems(error), typed) }
}

/** The values of the form for a message that is already stored. */
export function valuesOf({ audience, texts }: { audience: string; texts: Texts }): Record<string, string> {
  const words = LOCALES.flatMap((locale) => [
    [WORDS_FIELDS[locale].subject, texts[locale]?.subject ?? ''],
    [WORDS_FIELDS[locale].text, texts[locale]?.text ?? ''],
  ])
  return { audience, ...Object.fromEntries(words) }
}

/** The last action on the message, which the address names. */
export function doneTo(query: URLSearchParams): AnnouncementDone | null {
  return ANNOUNCEMENT_DONE.find((one) => one === query.get('done')) ?? null
}
