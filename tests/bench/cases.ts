import type { BenchSite } from './bench-site'
import { answerDeed } from './deeds/answer'
import { cohortDeeds } from './deeds/cohorts'
import { examDeed } from './deeds/exam'
import { libraryDeeds } from './deeds/library'
import { certificateDeed, pageDeeds, verifyDeed } from './deeds/pages'
import { signInDeed } from './deeds/sign-in'
import type { Deed } from './load'
import type { Visitor } from './visitor'

/** Processor milliseconds of server and database together. `aim` is a tenth of what the earlier platform took, `floor` a fifth. */
export type Mark = { moodle: number; aim: number; floor: number }
export type Case = { title: string; mark?: Mark; make: (site: BenchSite, visit: Visitor) => Deed | Promise<Deed> }

/** Megabytes of server and database together. */
export const MEMORY: Mark = { moodle: 535, aim: 350, floor: 450 }
/** Of what stays beside server and database. */
export const STARTER: Omit<Mark, 'moodle'> = { aim: 10, floor: 20 }

export const CASES = {
  bare: {
    // Next's router and one small function: what any route costs on this machine before it does anything.
    title: 'bare route handler',
    make: (_, visit) => async () => Boolean(await visit({ path: '/.well-known/did.json', expect: 404 })),
  },
  home: { title: 'home, signed out', make: (site, visit) => pageDeeds(site, visit).home },
  course: {
    title: 'course page',
    mark: { moodle: 86, aim: 9, floor: 17 },
    make: (site, visit) => pageDeeds(site, visit).course,
  },
  lesson: {
    title: 'lesson page',
    mark: { moodle: 58, aim: 6, floor: 11 },
    make: (site, visit) => pageDeeds(site, visit).lesson,
  },
  article: { title: 'library article', make: (_, visit) => libraryDeeds(visit).article },
  decisions: { title: 'list of decisions', make: (_, visit) => libraryDeeds(visit).decisions },
  search: { title: 'library search', make: (_, visit) => libraryDeeds(visit).search },
  answer: { title: 'one exam answer', make: answerDeed },
  exam: { title: 'whole exam of ten', mark: { moodle: 402, aim: 60, floor: 80 }, make: examDeed },
  'sign-in': { title: 'sign-in', make: signInDeed },
  verify: { title: 'verify page', make: verifyDeed },
  dashboard: {
    // There the grader page of 1,000 learners, all on one page.
    title: 'dashboard of a cohort of 1,000',
    mark: { moodle: 450, aim: 25, floor: 90 },
    make: (site, visit) => cohortDeeds(site, visit).dashboard,
  },
  cohorts: { title: 'cohorts of an institution', make: (site, visit) => cohortDeeds(site, visit).cohorts },
  'cohort-course': {
    title: 'course page in a cohort',
    mark: { moodle: 86, aim: 9, floor: 17 },
    make: (site, visit) => cohortDeeds(site, visit).course,
  },
  pdf: { title: 'certificate PDF', make: certificateDeed },
} as const satisfies Record<string, Case>
export type CaseName = keyof typeof CASES
