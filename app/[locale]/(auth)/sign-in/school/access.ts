import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedOut } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedOut,
  POST: { form: () => ({ institution: '' }), ...all(400) },
  states: {
    'sign in with an institution': page('/sign-in/school?next=/ar/account'),
    'link an account of an institution': { ...page('/sign-in/school?link=yes'), role: 'newcomer' },
  },
}
