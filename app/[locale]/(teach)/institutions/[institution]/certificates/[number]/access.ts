import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { schoolCertificate } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A certificate of a person who does not learn there: a permitted caller gets “not found”.
  GET: { asks: at('certificate:list'), answer: 404 },
  POST: {
    asks: at('certificate:list'),
    form: () => ({ act: 'revoke', reason: 'examen passé par un tiers' }),
    answer: 404,
  },
  states: {
    'certificate of an institution': {
      ...schoolCertificate(({ certificate }) => certificate.number),
      role: 'administrator',
    },
    'certificate of an institution, refused': {
      ...schoolCertificate(({ certificate }) => certificate.number),
      role: 'administrator',
      act: sendBlank('proposals.propose.revoke'),
    },
    'certificate of an institution, proposed by her': {
      ...schoolCertificate(({ proposed }) => proposed.number),
      role: 'administrator',
    },
    'certificate of an institution, to be decided': {
      ...schoolCertificate(({ proposed }) => proposed.number),
      role: 'platform',
    },
  },
}
