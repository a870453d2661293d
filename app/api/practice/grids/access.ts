import type { ReaderAccess } from '@/tests/support/access/access'
import { anyone, GRID } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  PUT: {
    json: () => ({
      caseId: GRID,
      number: 1,
      version: 0,
      releaseId: '0198c0de-0000-7000-8000-000000000001',
      fields: { act: ['made-out'] },
    }),
    ...anyone,
    anonymous: 401,
  },
}
