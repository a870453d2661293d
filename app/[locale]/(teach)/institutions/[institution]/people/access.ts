import type { StaffAccess } from '@/tests/support/access/access'
import { openAll, sendBlank } from '@/tests/support/access/acts'
import { school } from '@/tests/support/access/addresses'
import { ask, at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('people:read'), answer: 200 },
  POST: {
    asks: ({ institutionId, tutor: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('role:offer', { institutionId, accountId, role: 'tutor' }),
    ],
    // She has that role already.
    form: ({ tutor }) => ({ email: tutor.email, role: 'tutor' }),
    answer: 400,
  },
  states: {
    'people of an institution': { ...school('/people'), role: 'administrator', act: openAll },
    'people of an institution, refused': {
      ...school('/people?done=offered'),
      role: 'administrator',
      act: sendBlank('people.addButton'),
    },
    'people of an institution, found': { ...school('/people?q=tazi'), role: 'administrator', act: openAll },
    'people of an institution, not found': { ...school('/people?q=nobody'), role: 'administrator' },
    'people of an institution, a role still to end': { ...school('/people?again=end'), role: 'platform' },
    'not her institution': { ...school('/people'), role: 'newcomer', status: 403 },
  },
}
