import type { StaffAccess } from '@/tests/support/access/access'
import { survey } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('survey:run'), answer: 404 },
  POST: { asks: at('survey:run'), answer: 404 },
  states: {
    'survey, its title': survey('draft', '/titles'),
  },
}
