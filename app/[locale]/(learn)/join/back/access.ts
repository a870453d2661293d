import type { ReaderAccess } from '@/tests/support/access/access'

export const access: ReaderAccess = {
  POST: { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 404, other: 404 },
}
