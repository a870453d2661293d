import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('cohort:create'), answer: 200 },
  POST: { asks: at('cohort:create'), answer: 400 },
  states: {
    'new cohort': { ...school('/cohorts/new'), role: 'administrator' },
  },
}
