import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    article: page('/library/law/cp-448-1'),
    'article of a treaty': page('/library/law/palermo-3'),
    'article told as a card': page('/library/law/cp-16'),
    'article on a day, compared': page('/library/law/cpp-82-5-1?on=2024-01-01&compare=2025'),
    'article on a day before it was read': page('/library/law/cp-448-4?on=1990-01-01'),
    'no such article': { ...page('/library/law/none'), status: 404 },
  },
}
