import 'server-only'
import { courseEntries } from './course-entries'
import type { CalendarSource } from './entry'
import { reminderEntries } from './reminder-entries'
import { reviewEntries } from './review-entries'
import { seminarEntries } from './seminar-entries'

/** The sources of a calendar. A feature with dates for a person adds its source here. */
export const SOURCES: readonly CalendarSource[] = [courseEntries, reminderEntries, reviewEntries, seminarEntries]
