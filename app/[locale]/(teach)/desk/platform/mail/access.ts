import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: () => [ask('platform:run', {})], answer: '303 /ar/desk/platform' },
}
