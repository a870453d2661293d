import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { contactToCheck } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A contact that does not exist: a permitted caller gets “not found”.
  GET: { asks: () => [ask('contact:review', {})], answer: 404 },
  POST: {
    asks: () => [ask('contact:review', {})],
    form: () => ({ answer: 'accept', sourceOpened: 'yes', sourceNames: 'yes' }),
    answer: 404,
  },
  states: {
    'a contact to check': contactToCheck,
    'a contact to check, not looked at': { ...contactToCheck, act: sendBlank('contacts.acceptButton') },
  },
}
