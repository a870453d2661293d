import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { region, school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:own-domain'), answer: 200 },
  // Nothing is filled in.
  POST: {
    asks: at('institution:own-domain'),
    form: () => ({}),
    answer: 400,
  },
  states: {
    'domains of an institution': { ...school('/domains?done=added'), role: 'platform' },
    'domains of an institution, none': { ...region('/domains'), role: 'platform' },
    'domains of an institution, refused': {
      ...school('/domains'),
      role: 'platform',
      act: sendBlank('signOnDomains.addButton'),
    },
  },
}
