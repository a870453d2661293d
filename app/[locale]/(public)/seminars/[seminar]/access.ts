import type { ReaderAccess } from '@/tests/support/access/access'
import { running, seminar, testedSeminar } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    seminar: seminar(''),
    'seminar of a member of its cohort': { ...seminar(''), role: 'entrant' },
    'seminar with tests, of who is registered': testedSeminar('', 'tested'),
    'seminar of its organiser': { ...seminar('?done=saved'), role: 'administrator' },
    'seminar, a draft': {
      path: ({ locale, cast }) => `/${locale}/seminars/${cast.draftSeminar}`,
      role: 'administrator',
    },
    'seminar that was held': { path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}` },
    'seminar that goes on, of who is in it': running('', 'holder'),
  },
}
