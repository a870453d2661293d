import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Links in letters of earlier versions.
  GET: all('308 /ar/learning/review/question'),
  POST: { form: () => ({ a: 'a' }), ...all('308 /ar/learning/review/question') },
  entry: 'none',
  states: 'redirect',
}
