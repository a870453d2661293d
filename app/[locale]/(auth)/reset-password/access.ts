import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  POST: { form: () => ({ email: '' }), ...all(400) },
  states: {
    'reset the password': page('/reset-password'),
  },
}
