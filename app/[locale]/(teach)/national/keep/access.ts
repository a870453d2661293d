import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: () => [ask('figures:keep', { institutionId: null })],
    answer: '303 /ar/national/{yesterday}',
  },
  pressed: true,
}
