import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  states: {
    'my messages': { ...page('/learning/messages'), role: 'holder' },
    'my messages, empty': { ...page('/learning/messages'), role: 'newcomer' },
  },
}
