import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { schoolCertificate } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: at('certificate:list'),
    answer: 404,
  },
  POST: {
    asks: at('certificate:list'),
    form: () => ({ answer: 'accept' }),
    answer: 404,
  },
  states: {
    'decision on a certificate': {
      ...schoolCertificate(({ proposed }) => proposed.number, '/decide'),
      role: 'platform',
    },
    'decision on a certificate, without a reason': {
      ...schoolCertificate(({ proposed }) => proposed.number, '/decide'),
      role: 'platform',
      act: sendBlank('proposals.decide.refuse.button'),
    },
  },
}
