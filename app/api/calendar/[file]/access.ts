import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Only the secret address opens the calendar, with or without a session.
  GET: all(404),
}
