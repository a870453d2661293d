import type { StaffAccess } from '@/tests/support/access/access'
import { ofSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: ofSeminar, form: () => ({ act: 'delete' }), answer: 400 },
}
