import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // There is no survey of this seminar.
  GET: { ...all(404), anonymous: '303 /ar/sign-in' },
  entry: 'none',
  states: 'redirect',
}
