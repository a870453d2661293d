import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A set of people that does not exist.
  GET: {
    asks: ofCohort('cohort:withdraw-many'),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
  POST: {
    asks: ofCohort('cohort:withdraw-many'),
    form: () => ({ reason: 'elles ont quitté la session' }),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
  entry: {
    file: 'app/[locale]/(teach)/cohorts/[cohort]/people/act/route.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: 'people/act/${act}',
  },
  states: 'linked',
}
