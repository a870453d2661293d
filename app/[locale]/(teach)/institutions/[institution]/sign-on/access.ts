import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { region, school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:integrate'), answer: 200 },
  // Nothing is filled in.
  POST: {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  states: {
    'sign-on of an institution': { ...school('/sign-on?tried=issuer'), role: 'administrator' },
    'sign-on of an institution, not connected': { ...region('/sign-on?done=removed'), role: 'regional' },
    'sign-on of an institution, refused': {
      ...region('/sign-on'),
      role: 'regional',
      act: sendBlank('signOnSettings.saveButton'),
    },
  },
}
