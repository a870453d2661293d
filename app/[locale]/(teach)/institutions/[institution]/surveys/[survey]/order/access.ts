import type { StaffAccess } from '@/tests/support/access/access'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: at('survey:run'), answer: 404 },
}
