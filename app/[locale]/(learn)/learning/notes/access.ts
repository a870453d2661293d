import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  states: {
    'my notes, empty': { ...page('/learning/notes'), role: 'newcomer' },
    'my notes': { ...page('/learning/notes'), role: 'holder' },
    'my notes, nothing found': { ...page('/learning/notes?q=introuvable'), role: 'holder' },
  },
}
