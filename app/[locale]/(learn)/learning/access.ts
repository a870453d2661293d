import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  states: {
    'my learning, with a course left': { ...page('/learning'), role: 'former' },
    'my learning, empty': { ...page('/learning'), role: 'newcomer' },
    'my learning': { ...page('/learning'), role: 'holder' },
    'my learning, with a course to review': { ...page('/learning'), role: 'revoked' },
    'my learning, unconfirmed': { ...page('/learning'), role: 'unconfirmed' },
    'my learning, with a test': { ...page('/learning'), role: 'entrant' },
    'my learning, with a message of the school': { ...page('/learning'), role: 'holder' },
    'my learning, with requests': { ...page('/learning'), role: 'asker' },
  },
}
