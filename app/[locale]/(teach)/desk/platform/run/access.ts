import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // No job has this name.
  POST: { asks: () => [ask('platform:run', {})], form: () => ({ job: '' }), answer: 400 },
}
