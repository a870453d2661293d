import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('regrade:propose', {})], answer: 200 },
  POST: { asks: () => [ask('regrade:propose', {})], answer: 400 },
  states: {
    'exams to grade again, none': { ...page('/desk/platform/regrades'), role: 'platform' },
  },
}
