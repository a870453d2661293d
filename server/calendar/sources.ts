import 'server-only'
import type { CalendarSource } from '../calendar-file/entry'
import { seminarEntries } from '../calendar-file/seminar-entries'
import { courseEntries } from './course-entries'
import { reminderEntries } from './reminder-entries'
import { reviewEntries } from './review-entries'

/** The sources of a calendar. A feature with dates for a person adds its source here. */
export const SOURCES: readonly CalendarSource[] = [courseEntries, reminderEntries, reviewEntries, seminarEntries]
