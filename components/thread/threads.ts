import type { Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Closed } from '@/domain/thread/thread'

/** A question to tutors, as a list shows it. */
export type ListedThread = Names & {
  id: string
  courseId: string
  lessonId: string
  cohort: string
  lesson: Localized
  section: Localized | null
  words: Localized
  lastAt: Date
  /** The beginning of the last message. */
  lastText: string
  /** Nobody has answered the last message. */
  waits: boolean
  unread: number
  closed: Closed | null
}
/** `at`: the number of the block, `whole` for the whole lesson, `changed` if the lesson no longer has these words. */
export type OpenThread = ListedThread & {
  at: number | 'whole' | 'changed'
  messages: readonly {
    id: string
    fromLearner: boolean
    text: string
    at: Date
    nameArabic: string | null
    nameLatin: string | null
  }[]
}
