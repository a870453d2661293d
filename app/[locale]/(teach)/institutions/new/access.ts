import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { ask, COURT } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('institution:create', {})], answer: 200 },
  POST: {
    asks: () => [ask('institution:create', {})],
    form: () => ({ draft: randomUUID(), ...COURT, region: 'elsewhere' }),
    answer: 400,
  },
  states: {
    'new institution': { ...page('/institutions/new'), role: 'platform' },
    'new institution, refused': {
      ...page('/institutions/new'),
      role: 'platform',
      act: sendBlank('institutions.createButton'),
    },
  },
}
