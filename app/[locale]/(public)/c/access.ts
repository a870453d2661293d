import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  // Without a code nobody can check in.
  POST: { form: () => ({ code: '' }), ...all(400) },
  states: {
    'check-in, without a room': page('/c'),
    'check-in, signed in': { ...page('/c'), role: 'sitter' },
  },
}
