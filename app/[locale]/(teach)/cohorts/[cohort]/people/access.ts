import type { StaffAccess } from '@/tests/support/access/access'
import { chooseAll, openAddress, openFirstPerson, tickFirst } from '@/tests/support/access/acts'
import { cohort, examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:read'), answer: 200 },
  states: {
    'people of a cohort': { ...cohort('/people'), role: 'administrator' },
    'people of a cohort, with requests': { ...examined('/people?status=asked'), role: 'tutor' },
    'people of a cohort, whom no letter reached': { ...cohort('/people?letter=failed'), role: 'administrator' },
    'people of a cohort, nobody found': { ...cohort('/people?q=nobody&sort=court'), role: 'administrator' },
    'people of a cohort, ticked': { ...cohort('/people'), role: 'administrator', act: tickFirst },
    'people of a cohort, an act on all of them': { ...cohort('/people'), role: 'administrator', act: chooseAll },
    'people of a cohort, an act on nobody': { ...cohort('/people?done=nobody'), role: 'administrator' },
    'person of a cohort': { ...cohort('/people'), role: 'administrator', act: openFirstPerson },
    'correct the address of somebody invited': {
      ...cohort('/people?status=invited'),
      role: 'administrator',
      act: openAddress,
    },
  },
}
