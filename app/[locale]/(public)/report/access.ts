import type { ReaderAccess } from '@/tests/support/access/access'
import { lessonAddress, report } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // If the address names no page, there is nothing to report.
  GET: all(404),
  POST: all(404),
  states: {
    'report an error in a lesson': report(({ course }) => lessonAddress(course)),
    'report an error in a passage': { ...report(({ course }) => `${lessonAddress(course)}&block=1`), role: 'reader' },
    'report an error on a page, sent': report(() => '/about&sent=1'),
    'report an error in the exam': { ...report(({ course }) => `/courses/${course.file.id}/exam/1`), role: 'sitter' },
  },
}
