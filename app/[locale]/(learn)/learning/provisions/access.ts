import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  states: {
    'what to review, nothing yet': { ...page('/learning/provisions'), role: 'newcomer' },
    'what to review': { ...page('/learning/provisions'), role: 'exhausted' },
  },
}
