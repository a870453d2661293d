import 'server-only'
import { courseEntries } from './course-entries'
import type { CalendarSource } from './entry'
import { reminderEntries } from './reminder-entries'
import { reviewEntries } from './review-entries'
import { seminarEntries } from './seminar-entries'

/** What a calendar is made of. Whoever has days of a person to tell adds a source. */
export const SOURCES: readonly CalendarSource[] = [courseEntries, reminderEntries, reviewEntries, seminarEntries]
