import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: () => [ask('regrade:propose', {})],
    answer: 404,
  },
}
