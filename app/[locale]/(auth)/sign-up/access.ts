import type { ReaderAccess } from '@/tests/support/access/access'
import { sendEmpty } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { signedOut } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedOut,
  POST: { form: () => ({ email: '' }), ...signedOut, anonymous: 400 },
  states: {
    'sign up': page('/sign-up'),
    'sign up, refused': { ...page('/sign-up'), act: sendEmpty },
  },
}
