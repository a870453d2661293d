import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('audit:read'), answer: 200 },
  states: {
    'audit of an institution': { ...school('/audit'), role: 'administrator' },
    'audit of an institution, without views': {
      ...school('/audit?act=without-views&person=Al'),
      role: 'administrator',
    },
    'audit of an institution, none of this day': { ...school('/audit?day=2020-01-01'), role: 'administrator' },
  },
}
