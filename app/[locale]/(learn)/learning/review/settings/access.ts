import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'
import { COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ act: 'stop', course: COURSE }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'review settings': { ...page('/learning/review/settings'), role: 'holder' },
  },
}
