import type { StaffAccess } from '@/tests/support/access/access'
import { account } from '@/tests/support/access/addresses'
import { supported } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: supported('course:admit'), answer: 200 },
  POST: { asks: supported('course:admit'), answer: 400 },
  states: {
    'let into a closed course': { ...account('holder', '/admit'), role: 'platform' },
  },
}
