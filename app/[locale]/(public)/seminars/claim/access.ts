import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // None of these people has a place that she took as a guest, by her address only.
  POST: {
    ...all('303 /ar/learning'),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
  },
}
