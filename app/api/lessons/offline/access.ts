import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'
import { COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  // The key of the owner belongs to no account.
  POST: {
    json: ({ lesson }) => ({
      owner: 'nobody',
      courseId: COURSE,
      lessonId: lesson,
      releaseId: '0198c0de-0000-7000-8000-000000000001',
      ageMs: 0,
    }),
    ...all(409),
    anonymous: 401,
  },
}
