import type { StaffAccess } from '@/tests/support/access/access'
import { keepFigures } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { nation } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: nation, answer: 200 },
  states: {
    'figures of the country': { ...page('/national'), role: 'commissioner' },
    'figures of the country, some years': { ...page('/national?from=2020-1'), role: 'platform' },
    'figures of the country, kept': { ...page('/national'), role: 'commissioner', act: keepFigures },
    'not her figures': { ...page('/national'), role: 'tutor', status: 403 },
  },
}
