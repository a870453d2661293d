import type { StaffAccess } from '@/tests/support/access/access'
import { everywhere } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: everywhere('audit:export'), answer: 200 },
  POST: { asks: everywhere('audit:export'), answer: 400 },
  states: 'linked',
}
