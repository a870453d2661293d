import type { Course } from '@/domain/course/course'
import { lessonSteps } from '@/domain/course/lesson-steps'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { countReferral, filterReferral } from '@/domain/library/filter-referral'
import type { Library } from '@/domain/library/library'
import { REFERRAL_ROLES } from '@/domain/library/referral'
import type { Cast, Role } from '../e2e/cast'
import { COURSE } from '../e2e/course-ids'
import type { Place, State } from './access'

/** A page whose address has no parameters but the language. */
export const page = (path: string) => ({ path: ({ locale }: Place) => `/${locale}${path}` })
export const coursePage = { path: ({ locale, course }: Place) => `/${locale}/courses/${course.file.id}` }
export const lesson = (n: number) => ({
  path: ({ locale, course }: Place) =>
    `${coursePage.path({ locale, course } as Place)}/lessons/${course.file.outline[n]}`,
})
/** A step of a lesson of the course, by their places from 0; a negative place counts from the end. */
export const stepOf = (n: number, place: number) => ({
  path: ({ locale, course }: Place) => {
    const lesson = course.lessons[n]
    const steps = lesson ? lessonSteps(lesson, locale) : []
    return `/${locale}/courses/${course.file.id}/lessons/${lesson?.file.id}/${steps.at(place)?.id}`
  },
})
export const searchIn = (query: string) => ({
  path: ({ locale, course }: Place) => `/${locale}/courses/${course.file.id}/search${query}`,
})
/** The review of a lesson of the course, in French: of the first one by default. */
export const review = (rest: string | ((cast: Cast) => string), lesson = 0) => ({
  path: ({ locale, course, cast }: Place) => {
    const text = `/${locale}/review/lesson/${course.file.id}~${course.file.outline[lesson]}/fr`
    return text + (typeof rest === 'string' ? rest : rest(cast))
  },
})
export const report = (about: (place: Place) => string) => ({
  path: (place: Place) => `/${place.locale}/report?page=${about(place)}`,
})
export const lessonAddress = ({ file }: Course) => `/courses/${file.id}/lessons/${file.outline[0]}`
/** The first lesson of another course. */
export const lessonOf = (id: string) => ({
  path: ({ locale, courses }: Place) => `/${locale}/courses/${id}/lessons/${courses[id]?.file.outline[0]}`,
})
export const exam = (place?: number | 'check' | 'result') => ({
  path: ({ locale, course }: Place) => `/${locale}/courses/${course.file.id}/exam${place ? `/${place}` : ''}`,
})
/** The practice set after an exam; `query` takes the id of a question with one right answer. */
export const practiceSet = (query = '') => ({
  path: ({ locale, course }: Place) => {
    const asked = secondFormsToStudy(course).find(({ question }) => question.kind === 'single')
    return `/${locale}/courses/${course.file.id}/practice-set${query && `${query}${asked?.question.id}`}`
  },
})
export const verify = (path: (cast: Cast) => string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/verify/${path(cast)}`,
})

export const school = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.school}${rest}`,
})

export const region = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.region.institution}${rest}`,
})
export const contactToCheck = {
  path: ({ locale, cast }: Place) => `/${locale}/institutions/contacts/${cast.region.awaiting}`,
  role: 'platform',
} as const

export const schoolCertificate = (number: (cast: Cast) => string, rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.school}/certificates/${number(cast)}${rest}`,
})

export const cohort = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.cohort}${rest}`,
})

export const seminar = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/seminars/${cast.seminar}${rest}`,
})

export const testedSeminar = (rest: string, role: Role): State => ({
  path: ({ locale, cast }) => `/${locale}/seminars/${cast.testedSeminar}${rest}`,
  role,
})

export const running = (rest: string, role: Role = 'administrator'): State => ({
  path: ({ locale, cast }) => `/${locale}/seminars/${cast.running.seminar}${rest}`,
  role,
})

/** The page that the code of a room's screen opens. */
export const room = (which: 'room' | 'closedRoom', query = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/c/${cast.running[which]}${query}`,
})

export const account = (who: Role, rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/accounts/${cast[who].accountId}${rest}`,
})

export const list = (which: keyof Cast['lists'], rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.cohort}/import/${cast.lists[which]}${rest}`,
})

export const examined = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.examined}${rest}`,
})

export const test = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/learning/tests/${cast.measured}/${COURSE}${rest}`,
})

export const openAccount = { path: ({ locale, cast }: Place) => `/${locale}/confirm?token=${cast.links.signUp}` }

export const messageOf = (which: keyof Cast['messages'], rest = ''): State => ({
  path: ({ locale, cast }) => `/${locale}/cohorts/${cast.cohort}/messages/${cast.messages[which]}${rest}`,
  role: 'tutor',
})

export const survey = (which: 'draft' | 'waiting' | 'open' | 'closed', rest = ''): State => ({
  path: ({ locale, cast }) => `/${locale}/institutions/${cast.school}/surveys/${cast.surveys[which]}${rest}`,
  role: 'administrator',
})

/** A region about which the sources say nothing. */
export function emptyRegion({ regions, referral }: Library): string {
  const known = new Set(Object.values(referral).map(({ region }) => region))
  return Object.keys(regions).find((id) => !known.has(id)) ?? ''
}

/** A role without an entry in that region or nationwide. */
export function nobodyIn(library: Library): URLSearchParams {
  const region = emptyRegion(library)
  const role = REFERRAL_ROLES.find((each) => {
    const found = countReferral(filterReferral(Object.values(library.referral), { region, role: each }))
    return found === 0
  })
  if (!role) throw new Error('every role is played in the whole country')
  return new URLSearchParams({ region, role })
}
