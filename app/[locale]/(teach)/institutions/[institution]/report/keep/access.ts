import type { StaffAccess } from '@/tests/support/access/access'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: at('figures:keep'),
    answer: '303 /ar/institutions/{institution}/report/{yesterday}',
  },
  pressed: true,
}
