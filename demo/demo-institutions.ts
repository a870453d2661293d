import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { Phase } from '@/domain/cohort/phase'
import type { Locale } from '@/domain/locale'
import { DEMO_DOMAIN } from '@/server/db/account/demo-people'
import type { DemoEmail } from './demo-people'
import { placeIn } from './population/institution'
import type { Place } from './population/places'

export type DemoCohort = {
  course: string
  phase: Phase
  name: string
  locale: Locale
  people: number
  guests?: readonly DemoEmail[]
  /** The courses that it takes after the first. */
  further?: readonly string[]
  /** Its learners take a test before and one after the course. */
  tested?: boolean
}
type DemoInstitution = {
  kind: InstitutionKind
  /** Null for an institution of the whole country. */
  place: Place | null
  administrator?: DemoEmail
  tutors?: readonly DemoEmail[]
  /** These people are offered the role of learner and have not answered yet. */
  offeredTo?: readonly DemoEmail[]
  /** Members of the commission. */
  members?: readonly DemoEmail[]
  /** For each course, the earliest cohort first. */
  cohorts: readonly DemoCohort[]
}

const cohort = (course: string, phase: Phase, people: number, locale: Locale, name: string): DemoCohort => {
  const invented = locale === 'ar' ? '(تجريبي)' : '(démonstration)'
  return { course, phase, people, locale, name: `${name} ${invented}` }
}

/** An institution that is registered but has no cohort. */
const registered = (kind: InstitutionKind, region: string): DemoInstitution => ({
  kind,
  place: placeIn(region),
  cohorts: [],
})

/** Two schools, courts and prosecution offices, and the commission, with cohorts in every phase. */
export const INSTITUTIONS: readonly DemoInstitution[] = [
  {
    kind: 'school',
    place: placeIn('04'),
    administrator: `school${DEMO_DOMAIN}`,
    tutors: [`tutor${DEMO_DOMAIN}`],
    offeredTo: [`prosecutor${DEMO_DOMAIN}`],
    cohorts: [
      cohort('fundamentals', 'archived', 36, 'fr', 'Promotion A'),
      { ...cohort('fundamentals', 'over', 40, 'fr', 'Promotion B'), tested: true },
      { ...cohort('fundamentals', 'running', 38, 'ar', 'الفوج ج'), guests: [`judge${DEMO_DOMAIN}`], tested: true },
      cohort('fundamentals', 'planned', 24, 'fr', 'Promotion D'),
      cohort('detection', 'running', 16, 'fr', 'Repérer les victimes'),
    ],
  },
  {
    kind: 'school',
    place: placeIn('03'),
    cohorts: [
      cohort('fundamentals', 'over', 30, 'ar', 'الفوج الأول'),
      { ...cohort('fundamentals', 'running', 28, 'ar', 'الفوج الثاني'), tested: true, further: ['detection'] },
    ],
  },
  {
    kind: 'court',
    place: placeIn('06'),
    cohorts: [
      cohort('fundamentals', 'over', 24, 'fr', 'Premiers magistrats'),
      cohort('fundamentals', 'running', 14, 'fr', 'Magistrats du siège'),
      cohort('referral', 'planned', 12, 'fr', 'Orienter et protéger'),
    ],
  },
  {
    kind: 'court',
    place: placeIn('03'),
    cohorts: [cohort('fundamentals', 'over', 28, 'ar', 'قضاة المحكمة')],
  },
  {
    kind: 'court',
    place: placeIn('07'),
    cohorts: [cohort('fundamentals', 'archived', 18, 'fr', 'Siège')],
  },
  {
    kind: 'prosecution',
    place: placeIn('06'),
    cohorts: [cohort('fundamentals', 'over', 22, 'fr', 'Magistrats du parquet')],
  },
  {
    kind: 'prosecution',
    place: placeIn('04'),
    cohorts: [cohort('referral', 'over', 16, 'ar', 'قضاة النيابة العامة')],
  },
  registered('court', '01'),
  registered('court', '04'),
  registered('court', '09'),
  registered('prosecution', '03'),
  registered('prosecution', '07'),
  {
    kind: 'commission',
    place: null,
    members: [`commission${DEMO_DOMAIN}`],
    cohorts: [
      { ...cohort('commission', 'running', 12, 'ar', 'أعضاء اللجنة'), guests: [`commission${DEMO_DOMAIN}`] },
      cohort('detection', 'over', 12, 'fr', 'Points focaux'),
    ],
  },
]
