import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('audit:export'), answer: 200 },
  POST: { asks: at('audit:export'), answer: 400 },
  states: {
    'audit of an institution, as a file': { ...school('/audit/export?act=exported'), role: 'administrator' },
  },
}
