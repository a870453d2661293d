import type { ReaderAccess } from '@/tests/support/access/access'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'holder', ...signedIn, unconfirmed: 404, other: 404 },
  // Nobody finds the certificate of another person.
  POST: {
    form: () => ({ question: 'none' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 404,
    learner: 404,
    other: 404,
  },
  // This page exists only once the law of a course has changed.
  entry: {
    file: 'components/certificate/law-offer-notice.tsx',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: '/certificates/${offer.number}/law',
  },
  states: {
    'a certificate, nothing to bring up to date': {
      path: ({ locale, cast }) => `/${locale}/certificates/${cast.certificate.number}/law`,
      role: 'holder',
    },
  },
}
