import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedOut } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedOut,
  // A person who is signed in is redirected, whatever she sent.
  POST: { form: () => ({ email: '' }), ...signedOut, anonymous: 400 },
  states: {
    'sign in': page('/sign-in?next=/ar/account'),
    'sign in, to start a course': {
      path: ({ locale, course }) => `/${locale}/sign-in?next=/ar/courses/${course.file.id}`,
    },
    'sign in, the institution does not answer': page('/sign-in?school=away&next=/ar/account'),
  },
}
