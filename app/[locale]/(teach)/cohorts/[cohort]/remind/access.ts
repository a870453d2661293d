import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { openAll, sendLongWord } from '@/tests/support/access/acts'
import { cohort, examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:remind'), query: () => '?why=late', answer: 200 },
  // The page listed nobody to remind.
  POST: {
    asks: ofCohort('cohort:remind'),
    form: () => ({ why: 'late', note: '', shown: randomUUID() }),
    answer: '303 /ar/cohorts/{cohort}/remind',
  },
  states: {
    'remind, nothing chosen': { ...cohort('/remind'), role: 'administrator' },
    'remind, with people': { ...cohort('/remind?why=ready'), role: 'tutor' },
    'remind, with a word that is too long': {
      ...cohort('/remind?why=ready'),
      role: 'tutor',
      act: sendLongWord,
    },
    'remind, nobody to remind': { ...cohort('/remind?why=late'), role: 'tutor' },
    'remind, sent': {
      ...examined('/remind?why=ready&sent=16&gathered=3&left=2&rested=1'),
      role: 'tutor',
      act: openAll,
    },
  },
}
