import type { ReaderAccess } from '@/tests/support/access/access'
import { all, COURSE_PAGE, signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  // Corrections of a release that does not exist cannot be noted; the form leads back to the course.
  POST: {
    form: () => ({ release: '0198c0de-0000-7000-8000-000000000001' }),
    ...all(`303 ${COURSE_PAGE}`),
    anonymous: '303 /ar/sign-in',
  },
  entry: { file: 'server/course/tell-corrections.ts', says: '/corrections`' },
  states: {
    'corrections of a course, none': {
      path: ({ locale, course }) => `/${locale}/courses/${course.file.id}/corrections`,
      role: 'newcomer',
    },
  },
}
