import type { ReaderAccess } from '@/tests/support/access/access'
import { emptyRegion, nobodyIn, page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    referral: page('/library/referral'),
    'referral, of a region': page('/library/referral?region=01'),
    'referral, of a region with contacts of an institution': page('/library/referral?region=05'),
    'referral, of a role': page('/library/referral?role=shelter'),
    'referral, of a region with nothing of its own': {
      path: ({ locale, library }) => `/${locale}/library/referral?region=${emptyRegion(library)}`,
    },
    'referral, nobody found': {
      path: ({ locale, library }) => `/${locale}/library/referral?${nobodyIn(library)}`,
    },
  },
}
