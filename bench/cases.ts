import type { BenchSite } from './bench-site'
import { answerDeed, questionDeed } from './deeds/answer'
import { cohortDeeds } from './deeds/cohorts'
import { editorialDeeds } from './deeds/editorial'
import { examDeed } from './deeds/exam'
import { libraryDeeds } from './deeds/library'
import { certificateDeed, pageDeeds, verifyDeed } from './deeds/pages'
import { checkInDeed, seminarDeeds } from './deeds/seminars'
import { signInDeed } from './deeds/sign-in'
import { stepDeed } from './deeds/simulations'
import type { Deed } from './load'
import type { Visitor } from './visitor'

export type Case = {
  title: string
  /** The upper limit as a multiple of the bare handler, in processor time of server and database together. */
  aim?: number
  /** The number of deeds in a block; smaller for slow deeds. */
  deeds: number
  make: (site: BenchSite, visit: Visitor) => Deed | Promise<Deed>
}

/** Megabytes of server and database together. */
export const MEMORY = { aim: 350, floor: 450 }
/** Megabytes of the starter process, which keeps running beside the server and the database. */
export const STARTER = { aim: 10, floor: 20 }
/** For requests that take a few ms. */
const PAGES = 200

export const CASES = {
  bare: {
    // Next's router and a minimal function: the least that any route costs on this machine.
    title: 'bare route handler',
    deeds: 600,
    make: (_, visit) => async () => Boolean(await visit({ path: '/.well-known/did.json', expect: 404 })),
  },
  home: { title: 'home, signed out', deeds: PAGES, make: (site, visit) => pageDeeds(site, visit).home },
  course: {
    title: 'course page',
    aim: 2.8,
    deeds: PAGES,
    make: (site, visit) => pageDeeds(site, visit).course,
  },
  lesson: {
    title: 'lesson page',
    aim: 4.5,
    deeds: PAGES,
    make: (site, visit) => pageDeeds(site, visit).lesson,
  },
  // Half of what a whole lesson may cost.
  step: { title: 'step of a lesson', aim: 2.25, deeds: PAGES, make: (site, visit) => pageDeeds(site, visit).step },
  grid: { title: 'file to qualify', aim: 3, deeds: PAGES, make: (site, visit) => pageDeeds(site, visit).grid },
  article: { title: 'library article', deeds: PAGES, make: (_, visit) => libraryDeeds(visit).article },
  decisions: { title: 'list of decisions', deeds: PAGES, make: (_, visit) => libraryDeeds(visit).decisions },
  indicators: { title: 'list of indicators', deeds: PAGES, make: (_, visit) => libraryDeeds(visit).indicators },
  search: { title: 'library search', deeds: PAGES, make: (_, visit) => libraryDeeds(visit).search },
  question: { title: 'exam question', aim: 2.8, deeds: PAGES, make: questionDeed },
  answer: { title: 'one exam answer', deeds: PAGES, make: answerDeed },
  exam: { title: 'whole exam of ten', aim: 70, deeds: 5, make: examDeed },
  'sign-in': { title: 'sign-in', deeds: 20, make: signInDeed },
  verify: { title: 'verify page', deeds: PAGES, make: verifyDeed },
  dashboard: {
    title: 'dashboard of a cohort of 1,000',
    aim: 25,
    deeds: 50,
    make: (site, visit) => cohortDeeds(site, visit).dashboard,
  },
  people: {
    title: 'people page with search, of 1,000',
    aim: 8,
    deeds: 50,
    make: (site, visit) => cohortDeeds(site, visit).people,
  },
  cohorts: { title: 'cohorts of an institution', deeds: 50, make: (site, visit) => cohortDeeds(site, visit).cohorts },
  desk: {
    title: 'work page of an administrator with 30 cohorts and 5,000 people',
    aim: 12,
    deeds: 50,
    make: (site, visit) => cohortDeeds(site, visit).desk,
  },
  'cohort-course': {
    title: 'course page in a cohort',
    aim: 2.8,
    deeds: PAGES,
    make: (site, visit) => cohortDeeds(site, visit).course,
  },
  survey: {
    title: 'results of a survey of 1,000 answers',
    aim: 15,
    deeds: 50,
    make: (site, visit) => cohortDeeds(site, visit).survey,
  },
  'editorial-queue': {
    title: 'queue of a reviewer of all texts, with 1,500 signatures',
    aim: 10,
    deeds: 50,
    make: (site, visit) => editorialDeeds(site, visit).queue,
  },
  'review-page': {
    title: 'lesson under review',
    aim: 13,
    deeds: 50,
    make: (site, visit) => editorialDeeds(site, visit).text,
  },
  seminars: {
    title: 'list of seminars',
    aim: 4,
    deeds: PAGES,
    make: (site, visit) => seminarDeeds(site, visit).list,
  },
  seminar: {
    title: 'page of a seminar',
    aim: 5,
    deeds: PAGES,
    make: (site, visit) => seminarDeeds(site, visit).event,
  },
  'check-in': { title: 'check-in to a seminar', aim: 3, deeds: 100, make: checkInDeed },
  simulation: { title: 'step of a simulation', aim: 3, deeds: 100, make: stepDeed },
  pdf: { title: 'certificate PDF', deeds: 20, make: certificateDeed },
} as const satisfies Record<string, Case>
export type CaseName = keyof typeof CASES
