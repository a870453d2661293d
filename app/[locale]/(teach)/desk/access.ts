import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('desk:read', {})], answer: 200 },
  states: {
    'work of an administrator': { ...page('/desk'), role: 'administrator' },
    'work of a tutor': { ...page('/desk'), role: 'tutor' },
    'one list of the work page': { ...page('/desk?all=week'), role: 'administrator' },
    'work of the platform': { ...page('/desk'), role: 'platform' },
    'work of a member of the commission': { ...page('/desk'), role: 'commissioner' },
  },
}
