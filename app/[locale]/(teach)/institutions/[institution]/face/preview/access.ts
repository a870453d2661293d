import type { StaffAccess } from '@/tests/support/access/access'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('face:change'), file: true, answer: 200 },
  states: 'file',
}
