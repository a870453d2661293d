import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { confirmingByList, PEOPLE_PAGE } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: confirmingByList, answer: 200 },
  // The page listed nobody.
  POST: {
    asks: confirmingByList,
    form: () => ({ who: '' }),
    answer: `303 ${PEOPLE_PAGE}/by-list`,
  },
  states: {
    'identities by list': { ...school('/people/by-list'), role: 'administrator' },
    'identities by list, confirmed': { ...school('/people/by-list?confirmed=12'), role: 'administrator' },
  },
}
