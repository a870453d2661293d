import type { ReaderAccess } from '@/tests/support/access/access'
import { verify } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  POST: { form: () => ({ name: 'Meryem Tazi' }), ...anyone },
  states: {
    'certificate found': verify(({ certificate }) => certificate.number),
    'certificate with its key': verify(({ certificate: { number, shareToken } }) => `${number}?key=${shareToken}`),
    'certificate revoked': verify(({ withdrawn }) => withdrawn.number),
    'certificate not found': { ...verify(() => '2345-2345-2345-2'), status: 404 },
  },
}
