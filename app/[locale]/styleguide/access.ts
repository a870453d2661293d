import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  entry: { file: 'docs/features/pages.md', says: '/styleguide`' },
  states: {
    'style guide': page('/styleguide'),
  },
}
