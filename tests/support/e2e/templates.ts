import { expect, type Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { countReferral, filterReferral } from '@/domain/library/filter-referral'
import type { Library } from '@/domain/library/library'
import { REFERRAL_ROLES } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { readSiteSettings } from '../e2e-settings'
import { linkIn, mailTo } from '../outbox'
import { examPath, give, wrongAnswer } from './answering'
import type { Cast, Role } from './cast'
import { practiceCard } from './reading'
import { CLOSED_COURSE, COURSE, PUBLIC_COURSE } from './test'
import { t } from './texts'

type Place = { cast: Cast; course: Course; courses: Record<string, Course>; library: Library; locale: Locale }
/** A page in one of its states. */
export type Template = {
  /** The person who opens it; by default nobody is signed in. */
  role?: Role
  path: (place: Place) => string
  /** 200 by default. */
  status?: number
  /** Actions on the page before it is checked. */
  act?: (page: Page, place: Place) => Promise<void>
}

const page = (path: string) => ({ path: ({ locale }: Place) => `/${locale}${path}` })
const coursePage = { path: ({ locale, course }: Place) => `/${locale}/courses/${course.file.id}` }
const lesson = (n: number) => ({
  path: ({ locale, course }: Place) =>
    `${coursePage.path({ locale, course } as Place)}/lessons/${course.file.outline[n]}`,
})
const searchIn = (query: string) => ({
  path: ({ locale, course }: Place) => `/${locale}/courses/${course.file.id}/search${query}`,
})
/** The review of a lesson of the course, in French: of the first one by default. */
const review = (rest: string | ((cast: Cast) => string), lesson = 0) => ({
  path: ({ locale, course, cast }: Place) => {
    const text = `/${locale}/review/lesson/${course.file.id}~${course.file.outline[lesson]}/fr`
    return text + (typeof rest === 'string' ? rest : rest(cast))
  },
})
const report = (about: (place: Place) => string) => ({
  path: (place: Place) => `/${place.locale}/report?page=${about(place)}`,
})
const lessonAddress = ({ file }: Course) => `/courses/${file.id}/lessons/${file.outline[0]}`
/** The first lesson of another course. */
const lessonOf = (id: string) => ({
  path: ({ locale, courses }: Place) => `/${locale}/courses/${id}/lessons/${courses[id]?.file.outline[0]}`,
})
const exam = (place?: number | 'check' | 'result') => ({
  path: ({ locale, course }: Place) => examPath(locale, course.file.id, place),
})
/** The practice set after an exam; `query` takes the id of a question with one right answer. */
const practiceSet = (query = '') => ({
  path: ({ locale, course }: Place) => {
    const asked = secondFormsToStudy(course).find(({ question }) => question.kind === 'single')
    return `/${locale}/courses/${course.file.id}/practice-set${query && `${query}${asked?.question.id}`}`
  },
})
const verify = (path: (cast: Cast) => string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/verify/${path(cast)}`,
})

const school = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.school}${rest}`,
})

const region = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.region.institution}${rest}`,
})
const contactToCheck = {
  path: ({ locale, cast }: Place) => `/${locale}/institutions/contacts/${cast.region.awaiting}`,
  role: 'platform',
} as const

const schoolCertificate = (number: (cast: Cast) => string, rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/${cast.school}/certificates/${number(cast)}${rest}`,
})

const cohort = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.cohort}${rest}`,
})

const seminar = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/seminars/${cast.seminar}${rest}`,
})

const testedSeminar = (rest: string, role: Role): Template => ({
  path: ({ locale, cast }) => `/${locale}/seminars/${cast.testedSeminar}${rest}`,
  role,
})

const running = (rest: string, role: Role = 'administrator'): Template => ({
  path: ({ locale, cast }) => `/${locale}/seminars/${cast.running.seminar}${rest}`,
  role,
})

/** The page that the code of a room's screen opens. */
const room = (which: 'room' | 'closedRoom', query = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/c/${cast.running[which]}${query}`,
})

const account = (who: Role, rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/institutions/accounts/${cast[who].accountId}${rest}`,
})

const list = (which: keyof Cast['lists'], rest = '') => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.cohort}/import/${cast.lists[which]}${rest}`,
})

const examined = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/cohorts/${cast.examined}${rest}`,
})

const test = (rest: string) => ({
  path: ({ locale, cast }: Place) => `/${locale}/learning/tests/${cast.measured}/${COURSE}${rest}`,
})

const openAccount = { path: ({ locale, cast }: Place) => `/${locale}/confirm?token=${cast.links.signUp}` }

const messageOf = (which: keyof Cast['messages'], rest = ''): Template => ({
  path: ({ locale, cast }) => `/${locale}/cohorts/${cast.cohort}/messages/${cast.messages[which]}${rest}`,
  role: 'tutor',
})

const survey = (which: 'draft' | 'waiting' | 'open' | 'closed', rest = ''): Template => ({
  path: ({ locale, cast }) => `/${locale}/institutions/${cast.school}/surveys/${cast.surveys[which]}${rest}`,
  role: 'administrator',
})

/** Every template of the site, in the states that look different. */
export const TEMPLATES: Record<string, Template> = {
  home: page(''),
  'home of a learner': { ...page(''), role: 'reader' },
  catalogue: page('/courses'),
  'catalogue of a learner': { ...page('/courses'), role: 'holder' },
  course: coursePage,
  'course of a learner': { ...coursePage, role: 'reader' },
  'closed course': page(`/courses/${CLOSED_COURSE}`),
  'closed course, let in': { ...page(`/courses/${CLOSED_COURSE}`), role: 'member' },
  'closed lesson, with questions to discuss': { ...lessonOf(CLOSED_COURSE), role: 'member' },
  'closed lesson, refused': { ...lessonOf(CLOSED_COURSE), role: 'newcomer', status: 403 },
  'closed course, left': { ...page(`/courses/${CLOSED_COURSE}`), role: 'former' },
  'closed lesson, left': { ...lessonOf(CLOSED_COURSE), role: 'former', status: 403 },
  'exam of the closed course, left': { ...page(`/courses/${CLOSED_COURSE}/exam`), role: 'former' },
  'my learning, with a course left': { ...page('/learning'), role: 'former' },
  'public course': page(`/courses/${PUBLIC_COURSE}`),
  'public lesson with answers': {
    ...lessonOf(PUBLIC_COURSE),
    act: (on, { courses, locale }) => answerPractice(on, courses[PUBLIC_COURSE], locale),
  },
  lesson: lesson(0),
  'lesson with answers': { ...lesson(0), act: (on, { course, locale }) => answerPractice(on, course, locale) },
  'lesson said to be done and not': {
    role: 'reader',
    path: (place) => `${lesson(3).path(place)}?done=refused`,
  },
  'kept course': { path: (place) => `${coursePage.path(place)}/kept` },
  'kept lesson': { path: (place) => lesson(0).path(place).replace('/lessons/', '/kept/') },
  'page without a network': page('/offline'),
  'lesson completed': { ...lesson(0), role: 'reader' },
  'lesson completed for good': { ...lesson(0), role: 'sitter' },
  'lesson with notes and open tools': {
    ...lesson(0),
    role: 'holder',
    act: async (on) => {
      await on.locator('.kept summary').click()
      await on.locator('.tools summary').last().click()
    },
  },
  'new note': { path: (place) => `${lesson(0).path(place)}/note?block=0`, role: 'holder' },
  'new note, refused': {
    path: (place) => `${lesson(0).path(place)}/note?block=0`,
    role: 'reader',
    act: sendBlank('notes.save'),
  },
  'lesson with a procedure': lessonOf('referral'),
  'lesson with numbers to compute': page('/courses/trial/lessons/penalty'),
  'lesson with a document to mark': page('/courses/trial/lessons/credibility'),
  'lesson with a passage to complete': page('/courses/trial/lessons/reasons'),
  'lesson with an order with ties': page('/courses/trial/lessons/opening'),
  'lesson with sensitive passages': { ...lesson(2), role: 'reader' },
  'search in the course': searchIn(''),
  'search in the course, found': searchIn('?q=victime'),
  'search in the course, nothing found': searchIn('?q=esclavagiisteme'),
  'report an error in a lesson': report(({ course }) => lessonAddress(course)),
  'report an error in a passage': { ...report(({ course }) => `${lessonAddress(course)}&block=1`), role: 'reader' },
  'report an error on a page, sent': report(() => '/about&sent=1'),
  'report an error in the exam': { ...report(({ course }) => `/courses/${course.file.id}/exam/1`), role: 'sitter' },
  'exam, locked': { ...exam(), role: 'reader' },
  'exam, under way': { ...exam(), role: 'sitter' },
  'exam, cooling down': { ...exam(), role: 'failed' },
  'exam question': { ...exam(1), role: 'sitter' },
  'last exam question': { ...exam(20), role: 'sitter' },
  'exam check': { ...exam('check'), role: 'sitter' },
  'result, failed': { ...exam('result'), role: 'failed' },
  'result, last attempt': { ...exam('result'), role: 'exhausted' },
  'result, passed': { ...exam('result'), role: 'holder' },
  'practice set': { ...practiceSet(), role: 'failed' },
  'practice set, a question': { ...practiceSet('?question='), role: 'failed' },
  'practice set, not answered': { ...practiceSet('?refused=1&question='), role: 'failed' },
  'practice set, judged': {
    ...practiceSet('?question='),
    role: 'failed',
    act: async (on, { locale }) => {
      const question = on.locator('[data-practice]')
      await question.getByRole('radio').first().check()
      await question.getByRole('button', { name: t(locale, 'practice.check') }).click()
      await on.locator('[data-feedback]').waitFor()
    },
  },
  'practice set, while the exam is open': { ...practiceSet(), role: 'sitter' },
  'practice set, with nothing in it': { ...practiceSet(), role: 'holder' },
  'my learning, empty': { ...page('/learning'), role: 'newcomer' },
  'my learning': { ...page('/learning'), role: 'holder' },
  'my learning, with a course to review': { ...page('/learning'), role: 'revoked' },
  practice: page('/practice'),
  'practice, signed in': { ...page('/practice'), role: 'holder' },
  'grid, worked': { ...page('/practice/grid/lanes-of-the-medina'), role: 'reader' },
  'grid, handed in': {
    ...page('/practice/grid/lanes-of-the-medina'),
    role: 'failed',
    act: async (on, { locale }) => {
      await on.getByRole('radio').first().check()
      await on.getByRole('button', { name: t(locale, 'casework.grid.handIn') }).click()
      await on.getByRole('heading', { name: t(locale, 'casework.grid.reasons.title') }).waitFor()
    },
  },
  'review, not begun': { ...page('/learning/review'), role: 'newcomer' },
  'review, to begin': { ...page('/learning/review'), role: 'revoked' },
  'review, a question': { ...page('/learning/review'), role: 'holder' },
  'review, nothing given': {
    ...page('/learning/review'),
    role: 'holder',
    status: 200,
    act: async (on, { locale }) => {
      await on.getByRole('button', { name: t(locale, 'review.answer') }).click()
      await on.locator('#question-error').waitFor()
    },
  },
  'review settings': { ...page('/learning/review/settings'), role: 'holder' },
  'review, a question of a letter': {
    path: ({ cast, locale }) => `/${locale}/learning/review/question?token=${cast.links.review}`,
  },
  'survey, by its link': { path: ({ cast, locale }) => `/${locale}${cast.surveys.link}` },
  'survey, wrong link': { ...page('/s/none'), status: 404 },
  'seminars of a cohort': { ...examined('/seminars'), role: 'administrator' },
  'surveys of a cohort': { ...examined('/surveys'), role: 'administrator' },
  'surveys of an institution': { ...school('/surveys'), role: 'administrator' },
  'survey, draft': survey('draft'),
  'survey, open': survey('open'),
  'survey, kept from opening': survey('waiting'),
  'survey, with figures': survey('closed'),
  'survey, its title': survey('draft', '/titles'),
  'survey, a new question': survey('draft', '/questions/new'),
  'review, wrong link': { ...page('/learning/review/question?token=none'), status: 404 },
  'my learning, unconfirmed': { ...page('/learning'), role: 'unconfirmed' },
  'my learning, with a test': { ...page('/learning'), role: 'entrant' },
  'corrections of a course, none': {
    path: ({ locale, course }) => `/${locale}/courses/${course.file.id}/corrections`,
    role: 'newcomer',
  },
  'what to review, nothing yet': { ...page('/learning/provisions'), role: 'newcomer' },
  'what to review': { ...page('/learning/provisions'), role: 'exhausted' },
  'test before, offered': { ...test('/before'), role: 'entrant' },
  'test before, under way': { ...test('/before'), role: 'testee' },
  'test before, handed in': { ...test('/before'), role: 'tested' },
  'test question': { ...test('/before/1'), role: 'testee' },
  'last test question, refused': { ...test('/before/12?refused=1'), role: 'testee' },
  'test after, closed': { ...test('/after'), role: 'tested' },
  'my notes, empty': { ...page('/learning/notes'), role: 'newcomer' },
  'my notes': { ...page('/learning/notes'), role: 'holder' },
  'my notes, nothing found': { ...page('/learning/notes?q=introuvable'), role: 'holder' },
  'my messages': { ...page('/learning/messages'), role: 'holder' },
  'my messages, empty': { ...page('/learning/messages'), role: 'newcomer' },
  'my question': { path: ({ locale, cast }) => `/${locale}/learning/messages/${cast.thread}`, role: 'holder' },
  'my learning, with a message of the school': { ...page('/learning'), role: 'holder' },
  'question to a tutor': { path: (place) => `${lesson(0).path(place)}/ask?block=1`, role: 'holder' },
  'question to a tutor, refused': {
    path: (place) => `${lesson(0).path(place)}/ask`,
    role: 'holder',
    act: sendBlank('threads.send'),
  },
  'messages to a cohort': { ...cohort('/messages'), role: 'tutor' },
  'new message': { ...cohort('/messages/new'), role: 'tutor' },
  'new message, refused': { ...cohort('/messages/new'), role: 'tutor', act: sendBlank('cohorts.messages.toPreview') },
  'message before it leaves': messageOf('draft'),
  'message that has left': messageOf('sent'),
  'message, changed': messageOf('draft', '/edit'),
  'questions of a cohort': { ...cohort('/threads'), role: 'tutor' },
  'question of a learner': {
    path: ({ locale, cast }) => `/${locale}/cohorts/${cast.cohort}/threads/${cast.thread}`,
    role: 'tutor',
  },
  'my note': { path: ({ locale, cast }) => `/${locale}/learning/notes/${cast.note}`, role: 'holder' },
  'my certificates, empty': { ...page('/certificates'), role: 'newcomer' },
  'my certificates': { ...page('/certificates'), role: 'holder' },
  'a certificate, nothing to bring up to date': {
    path: ({ locale, cast }) => `/${locale}/certificates/${cast.certificate.number}/law`,
    role: 'holder',
  },
  'my certificates, revoked': { ...page('/certificates'), role: 'revoked' },
  'verify a number': page('/verify'),
  'mistyped number': { ...page('/verify?number=2345'), status: 400 },
  'certificate found': verify(({ certificate }) => certificate.number),
  'certificate with its key': verify(({ certificate: { number, shareToken } }) => `${number}?key=${shareToken}`),
  'certificate revoked': verify(({ withdrawn }) => withdrawn.number),
  'certificate not found': { ...verify(() => '2345-2345-2345-2'), status: 404 },
  'my account': { ...page('/account'), role: 'newcomer' },
  'unite two accounts': { ...page('/account/merge'), role: 'newcomer' },
  'unite two accounts, letter sent': { ...page('/account/merge?done=sent'), role: 'newcomer' },
  'unite two accounts, done': { ...page('/account/merge?done=merged'), role: 'newcomer' },
  'unite two accounts, what will happen': {
    ...page('/account/merge'),
    role: 'newcomer',
    act: (on, place) => proveOther(on, place, 'exhausted'),
  },
  'unite two accounts, refused': {
    ...page('/account/merge'),
    role: 'newcomer',
    act: (on, place) => proveOther(on, place, 'sitter'),
  },
  'my account, certified': { ...page('/account'), role: 'holder' },
  'my account, with a second factor': { ...page('/account'), role: 'guarded' },
  'my reminders, none': { ...page('/learning/reminders'), role: 'newcomer' },
  'my reminders': { ...page('/learning/reminders?done=made'), role: 'reader' },
  'my letters, none': { ...page('/account/letters'), role: 'newcomer' },
  'my letters': { ...page('/account/letters?done=saved'), role: 'member' },
  'stop letters': { path: ({ cast, locale }) => `/${locale}/letters/stop?token=${cast.links.stop}` },
  'stop letters, wrong link': { ...page('/letters/stop?token=none'), status: 410 },
  'my institutions, none': { ...page('/account/institutions'), role: 'newcomer' },
  'my institutions, unconfirmed': { ...page('/account/institutions'), role: 'unconfirmed' },
  'my institutions, with an offer': { ...page('/account/institutions'), role: 'asker' },
  'my institutions, with roles': { ...page('/account/institutions?done=accepted'), role: 'powers' },
  'leave an institution': {
    path: ({ cast, locale }) => `/${locale}/account/institutions/leave?institution=${cast.school}`,
    role: 'holder',
  },
  'leave the platform': { ...page('/account/institutions/leave?institution=platform'), role: 'powers' },
  'second factor, off': { ...page('/account/second-factor?next=/ar/courses'), role: 'newcomer' },
  'second factor, offered': { ...page('/account/second-factor'), role: 'starter' },
  'second factor, on': { ...page('/account/second-factor'), role: 'guarded' },
  'second factor, a passkey': { ...page('/account/second-factor'), role: 'keyed' },
  'second factor, a new passkey': { ...page('/account/second-factor'), role: 'registrant' },
  'verification code or passkey': { ...page('/second-factor'), role: 'keyed' },
  'verification code': { ...page('/second-factor?next=/ar/courses'), role: 'guarded' },
  'verification code, refused': { ...page('/second-factor'), role: 'guarded', act: sendShortCode },
  'my account, of staff': { ...page('/account'), role: 'administrator' },
  'closed course of the commission’s member': { ...page('/courses/commission'), role: 'commissioner' },
  'invitation to a role, no longer': { ...page('/offer?token=x'), status: 410 },
  'work of an administrator': { ...page('/desk'), role: 'administrator' },
  'work of a tutor': { ...page('/desk'), role: 'tutor' },
  'one list of the work page': { ...page('/desk?all=week'), role: 'administrator' },
  'work of the platform': { ...page('/desk'), role: 'platform' },
  'work of a member of the commission': { ...page('/desk'), role: 'commissioner' },
  'found on the desk': { ...page('/desk/find?q=a%20t'), role: 'administrator' },
  'found nothing on the desk': { ...page('/desk/find?q=zzzz'), role: 'tutor' },
  'exams to grade again, none': { ...page('/desk/platform/regrades'), role: 'platform' },
  'jobs, mail and backups': { ...page('/desk/platform'), role: 'platform' },
  'institutions, all': { ...page('/institutions'), role: 'platform' },
  'institutions, hers': { ...page('/institutions'), role: 'administrator' },
  'institutions, none': { ...page('/institutions'), role: 'newcomer' },
  seminars: page('/seminars'),
  'seminars of a learner': { ...page('/seminars?view=mine'), role: 'holder' },
  'seminars of a month': page('/seminars?view=month'),
  'past seminars, none': page('/seminars?view=past&page=9'),
  seminar: seminar(''),
  'seminar of a member of its cohort': { ...seminar(''), role: 'entrant' },
  'seminar with tests, of who is registered': testedSeminar('', 'tested'),
  'test before a seminar, offered': testedSeminar('/tests/before', 'tested'),
  'test before a seminar, under way': testedSeminar('/tests/before', 'testee'),
  'test before a seminar, a question': testedSeminar('/tests/before/1', 'testee'),
  'test after a seminar, closed': testedSeminar('/tests/after', 'tested'),
  'figures of the tests of a seminar': testedSeminar('/tests', 'administrator'),
  'seminar of its organiser': { ...seminar('?done=saved'), role: 'administrator' },
  'seminar, a draft': {
    path: ({ locale, cast }) => `/${locale}/seminars/${cast.draftSeminar}`,
    role: 'administrator',
  },
  'seminar that was held': { path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}` },
  'proceedings of a seminar': {
    path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}/proceedings`,
  },
  'proceedings of a seminar, of its organiser': {
    path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}/proceedings?done=publish`,
    role: 'administrator',
  },
  'seminar, new': { ...page('/seminars/new'), role: 'administrator' },
  'seminar, new, refused': {
    ...page('/seminars/new'),
    role: 'administrator',
    act: sendBlank('seminar.form.create'),
  },
  'seminar, edited': { ...seminar('/edit'), role: 'administrator' },
  'seminar, about to be cancelled': { ...seminar('/cancel'), role: 'administrator' },
  'materials of a seminar': { ...seminar('/materials'), role: 'administrator' },
  'registration for a seminar': seminar('/registration'),
  'registration for a seminar, of a learner': { ...seminar('/registration'), role: 'entrant' },
  'registration for a seminar, asked by a guest': { ...seminar('/registration?sent=yes') },
  'places of a seminar': { ...seminar('/places'), role: 'administrator' },
  'organisers of a seminar': { ...seminar('/organisers'), role: 'administrator' },
  'seminar that goes on, of who is in it': running('', 'holder'),
  'room of a seminar': running('/room'),
  'room of a seminar to come': { ...seminar('/room'), role: 'administrator' },
  'list of attendance, with a tick': { ...running('/attendance'), act: tickFirstPresence },
  'list of attendance, saved': running('/attendance?done=saved'),
  'list of attendance, to be closed': running('/attendance/close'),
  'person on the list of attendance': {
    path: ({ locale, cast }) => `/${locale}/seminars/${cast.running.seminar}/attendance/${cast.running.place}`,
    role: 'administrator',
  },
  'sheet to sign': running('/sheet'),
  'check-in, without a room': page('/c'),
  'check-in, signed in': { ...page('/c'), role: 'sitter' },
  'check-in, with the code of the screen': { ...room('room', '?k=123456'), role: 'sitter' },
  'check-in of a guest': room('room', '?k=123456'),
  'check-in, answered': { ...room('room'), role: 'holder' },
  'check-in, old code': { ...room('room', '?k=123456'), role: 'sitter', act: checkIn },
  'check-in, closed': { ...room('closedRoom', '?k=123456'), role: 'sitter', act: checkIn },
  'check-in, no such room': { ...page('/c/none'), status: 404 },
  'seminars of an institution': { ...school('/seminars'), role: 'administrator' },
  'institution of its administrator': { ...school(''), role: 'administrator' },
  'institution of a tutor': { ...school(''), role: 'tutor' },
  'new institution': { ...page('/institutions/new'), role: 'platform' },
  'new institution, refused': {
    ...page('/institutions/new'),
    role: 'platform',
    act: sendBlank('institutions.createButton'),
  },
  'institution, edited': { ...school('/edit'), role: 'administrator' },
  'archive an institution': { ...school('/archive'), role: 'platform' },
  'people of an institution': { ...school('/people'), role: 'administrator', act: openAll },
  'people of an institution, refused': {
    ...school('/people?done=offered'),
    role: 'administrator',
    act: sendBlank('people.addButton'),
  },
  'people of an institution, found': { ...school('/people?q=tazi'), role: 'administrator', act: openAll },
  'people of an institution, not found': { ...school('/people?q=nobody'), role: 'administrator' },
  'people of an institution, a role still to end': { ...school('/people?again=end'), role: 'platform' },
  'withdraw a confirmation': {
    path: ({ cast, locale }) =>
      `/${locale}/institutions/${cast.school}/people/withdraw?account=${cast.holder.accountId}`,
    role: 'administrator',
  },
  'accounts of the platform': { ...page('/institutions/accounts?done=enabled'), role: 'platform' },
  'accounts of the platform, not found': { ...page('/institutions/accounts?q=nobody-at-all'), role: 'platform' },
  'account of a learner': { ...account('holder'), role: 'platform' },
  'account of its reader': { ...account('platform'), role: 'platform' },
  'disable an account': { ...account('holder', '/disable'), role: 'platform' },
  'disable an account, refused': {
    ...account('holder', '/disable'),
    role: 'platform',
    act: sendBlank('accounts.disable.button'),
  },
  'enable an account': { ...account('disabled', '/enable'), role: 'platform' },
  'end a second factor': { ...account('guarded', '/second-factor'), role: 'platform' },
  'let into a closed course': { ...account('holder', '/admit'), role: 'platform' },
  'resend a confirmation': { ...page('/institutions/accounts/confirm?email=a@example.ma'), role: 'platform' },
  'a text under review': { ...review(''), role: 'platform' },
  'a text under review, three languages': { ...review('?view=columns'), role: 'platform' },
  'a text under review, changes': { ...review('?view=diff'), role: 'platform' },
  'a text under review, history': { ...review('?view=history'), role: 'platform' },
  'a text under review, comments': { ...review('?view=comments'), role: 'platform' },
  'a text under review, to its reviewer': { ...review(''), role: 'reviewer' },
  'a text under review, a block written about': { ...review('?at=summary'), role: 'reviewer' },
  'text to sign': { ...review('/sign?area=legal'), role: 'reviewer' },
  'signature to withdraw': {
    ...review(({ reviewed }) => `/withdraw?signature=${reviewed.signature}`, 1),
    role: 'reviewer',
  },
  'proposed wording': { ...review(({ reviewed }) => `/proposals/${reviewed.proposal}`), role: 'reviewer' },
  'exams to grade again': {
    path: ({ locale, cast }) => `/${locale}/desk/platform/regrades/${cast.reviewed.regrade}`,
    role: 'platform',
  },
  'a bank before it is opened': {
    path: ({ locale, course }) => `/${locale}/review/bank/${course.file.id}/fr`,
    role: 'platform',
  },
  'reported errors': { ...page('/institutions/errors'), role: 'platform' },
  'reported errors, none': { ...page('/institutions/errors?state=answered&course=none'), role: 'platform' },
  'reported error': {
    path: ({ locale, cast }) => `/${locale}/institutions/errors/${cast.report}`,
    role: 'platform',
  },
  'identities by list': { ...school('/people/by-list'), role: 'administrator' },
  'identities by list, confirmed': { ...school('/people/by-list?confirmed=12'), role: 'administrator' },
  'people of the platform': { ...page('/institutions/platform'), role: 'platform' },
  'offer of a review': { ...page('/institutions/platform/reviewer'), role: 'platform' },
  'offer of a review, refused': {
    ...page('/institutions/platform/reviewer'),
    role: 'platform',
    act: sendBlank('editorial.offer.button'),
  },
  'texts to review': { ...page('/review'), role: 'platform' },
  'texts to review, narrowed': { ...page('/review?part=library%3Aterm&order=short'), role: 'platform' },
  'texts to review, none': { ...page('/review?whose=mine'), role: 'platform' },
  'short entries to sign': { ...page('/review/short/referral/ar'), role: 'platform' },
  'progress of the review': { ...page('/review/board'), role: 'platform' },
  'something new to propose': { ...page('/review/new'), role: 'platform' },
  'something new, proposed': { ...page('/review/new?done=proposed'), role: 'platform' },
  'something new, a proposed lesson': {
    path: ({ locale, cast }) => `/${locale}/review/new/proposals/${cast.reviewed.lesson}`,
    role: 'reviewer',
  },
  'text to assign': {
    ...page('/review/assign?text=lesson+fundamentals%2Foffence&language=ar&area=legal'),
    role: 'platform',
  },
  'audit of an institution': { ...school('/audit'), role: 'administrator' },
  'audit of an institution, without views': { ...school('/audit?act=without-views&person=Al'), role: 'administrator' },
  'audit of an institution, none of this day': { ...school('/audit?day=2020-01-01'), role: 'administrator' },
  'audit of an institution, as a file': { ...school('/audit/export?act=exported'), role: 'administrator' },
  'audit of the platform': { ...page('/institutions/audit'), role: 'platform' },
  'report of an institution': { ...school('/report'), role: 'administrator' },
  'report of an institution, kept': {
    ...school('/report'),
    role: 'platform',
    act: keepFigures,
  },
  'figures of the country': { ...page('/national'), role: 'commissioner' },
  'figures of the country, some years': { ...page('/national?from=2020-1'), role: 'platform' },
  'figures of the country, kept': { ...page('/national'), role: 'commissioner', act: keepFigures },
  'not her figures': { ...page('/national'), role: 'tutor', status: 403 },
  'contacts of an institution': { ...region('/contacts'), role: 'regional' },
  'contacts of an institution, a change': {
    ...region('/contacts'),
    role: 'regional',
    act: async (on, { locale }) => {
      await on.getByRole('link', { name: t(locale, 'contacts.change') }).click()
      await on.getByRole('link', { name: t(locale, 'contacts.cancel') }).waitFor()
    },
  },
  'contacts of an institution, refused': {
    ...region('/contacts'),
    role: 'regional',
    act: sendBlank('contacts.addButton'),
  },
  'contacts of an institution, of no region': { ...school('/contacts?done=withdrawn'), role: 'administrator' },
  'contacts of an institution, for the platform': { ...region('/contacts'), role: 'platform' },
  'contacts to check': { ...page('/institutions/contacts?done=accepted'), role: 'platform' },
  'a contact to check': contactToCheck,
  'a contact to check, not looked at': { ...contactToCheck, act: sendBlank('contacts.acceptButton') },
  'webhooks of an institution': { ...school('/webhooks'), role: 'administrator' },
  'webhooks of an institution, refused': {
    ...school('/webhooks'),
    role: 'administrator',
    act: sendBlank('webhooks.addButton'),
  },
  'sign-on of an institution': { ...school('/sign-on?tried=issuer'), role: 'administrator' },
  'sign-on of an institution, not connected': { ...region('/sign-on?done=removed'), role: 'regional' },
  'sign-on of an institution, refused': {
    ...region('/sign-on'),
    role: 'regional',
    act: sendBlank('signOnSettings.saveButton'),
  },
  'domains of an institution': { ...school('/domains?done=added'), role: 'platform' },
  'domains of an institution, none': { ...region('/domains'), role: 'platform' },
  'domains of an institution, refused': {
    ...school('/domains'),
    role: 'platform',
    act: sendBlank('signOnDomains.addButton'),
  },
  'calls of an institution': { ...school('/calls'), role: 'administrator' },
  'tokens of an institution': { ...school('/tokens'), role: 'administrator' },
  'tokens of an institution, refused': {
    ...school('/tokens'),
    role: 'administrator',
    act: sendBlank('apiTokens.addButton'),
  },
  'face of an institution': { ...school('/face'), role: 'administrator' },
  'certificates of an institution': { ...school('/certificates'), role: 'administrator' },
  'certificates of an institution, none so': { ...school('/certificates?q=personne'), role: 'platform' },
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
  'decision on a certificate': {
    ...schoolCertificate(({ proposed }) => proposed.number, '/decide'),
    role: 'platform',
  },
  'decision on a certificate, without a reason': {
    ...schoolCertificate(({ proposed }) => proposed.number, '/decide'),
    role: 'platform',
    act: sendBlank('proposals.decide.refuse.button'),
  },
  'cohorts of an institution': { ...school('/cohorts'), role: 'tutor' },
  'new cohort': { ...school('/cohorts/new'), role: 'administrator' },
  'cohort of its tutor': { ...cohort(''), role: 'tutor' },
  'cohort, nobody so': { ...cohort('?show=late'), role: 'administrator' },
  'cohort, its settings': { ...cohort('/settings'), role: 'administrator' },
  'cohort that was examined': { ...examined(''), role: 'tutor' },
  'learning of a cohort, none yet': { ...cohort('/learning'), role: 'tutor' },
  'learning of a cohort, by provision': { ...examined('/learning'), role: 'tutor' },
  'learning of a cohort, confident and wrong': { ...examined('/learning?part=confident'), role: 'tutor' },
  'learning of a cohort, by question': { ...examined('/learning?part=questions'), role: 'administrator' },
  'learning of a cohort, questions to check': { ...examined('/learning?part=questions&show=to-check'), role: 'tutor' },
  'learning of a cohort, by language': { ...examined('/learning?part=languages'), role: 'tutor' },
  'learning of a cohort, tests to offer': { ...cohort('/learning?part=gain'), role: 'administrator' },
  'learning of a cohort, tests waited for': {
    path: ({ locale, cast }) => `/${locale}/cohorts/${cast.measured}/learning?part=gain`,
    role: 'tutor',
  },
  'remind, nothing chosen': { ...cohort('/remind'), role: 'administrator' },
  'remind, with people': { ...cohort('/remind?why=ready'), role: 'tutor' },
  'remind, with a word that is too long': {
    ...cohort('/remind?why=ready'),
    role: 'tutor',
    act: sendLongWord,
  },
  'remind, nobody to remind': { ...cohort('/remind?why=late'), role: 'tutor' },
  'remind, sent': { ...examined('/remind?why=ready&sent=16&gathered=3&left=2&rested=1'), role: 'tutor', act: openAll },
  'people of a cohort': { ...cohort('/people'), role: 'administrator' },
  'people of a cohort, with requests': { ...examined('/people?status=asked'), role: 'tutor' },
  'people of a cohort, whom no letter reached': { ...cohort('/people?letter=failed'), role: 'administrator' },
  'people of a cohort, nobody found': { ...cohort('/people?q=nobody&sort=court'), role: 'administrator' },
  'people of a cohort, ticked': { ...cohort('/people'), role: 'administrator', act: tickFirst },
  'people of a cohort, an act on all of them': { ...cohort('/people'), role: 'administrator', act: chooseAll },
  'people of a cohort, an act on nobody': { ...cohort('/people?done=nobody'), role: 'administrator' },
  'add a person': { ...cohort('/people/new'), role: 'administrator' },
  'add a person, refused': { ...cohort('/people/new'), role: 'administrator', act: sendBlank('cohorts.add.another') },
  'person of a cohort': { ...cohort('/people'), role: 'administrator', act: openFirstPerson },
  'correct the address of somebody invited': {
    ...cohort('/people?status=invited'),
    role: 'administrator',
    act: openAddress,
  },
  'person of a cohort, who asks': {
    path: ({ cast, locale }) => `/${locale}/cohorts/${cast.examined}/people/${cast.request}`,
    role: 'tutor',
  },
  'refuse a request': {
    path: ({ cast, locale }) => `/${locale}/cohorts/${cast.examined}/people/${cast.request}/refuse`,
    role: 'tutor',
  },
  'self-enrolment, closed': { ...cohort('/entry'), role: 'administrator' },
  'self-enrolment, open': { ...examined('/entry'), role: 'administrator' },
  'self-enrolment, refused': { ...cohort('/entry'), role: 'administrator', act: openToEverybody },
  'join a cohort': { ...page('/join'), role: 'newcomer' },
  'join a cohort, unconfirmed': { ...page('/join'), role: 'unconfirmed', status: 403 },
  'join a cohort, nothing opens': { ...page('/join?cohort=none'), role: 'newcomer', status: 404 },
  'join a cohort, before she presses': {
    path: ({ cast, locale }) => `/${locale}/join?cohort=${cast.examined}`,
    role: 'newcomer',
  },
  'join a cohort, asked already': {
    path: ({ cast, locale }) => `/${locale}/join?cohort=${cast.examined}`,
    role: 'asker',
  },
  'my learning, with requests': { ...page('/learning'), role: 'asker' },
  'import a list': { ...cohort('/import'), role: 'administrator' },
  'import a list, no file chosen': { ...cohort('/import'), role: 'administrator', act: sendNoFile },
  'list, checked': { ...list('checked'), role: 'administrator' },
  'list, another page': { ...list('checked', '?page=2'), role: 'administrator' },
  'list, nothing so': { ...list('checked', '?show=existing'), role: 'administrator' },
  'list, its columns': { ...list('checked', '/columns'), role: 'administrator' },
  'list, its values': { ...list('checked', '/values'), role: 'administrator' },
  'list, to be confirmed': { ...list('checked', '/confirm'), role: 'administrator' },
  'list, taken in': { ...list('takenIn'), role: 'administrator' },
  'export a cohort': { ...cohort('/export'), role: 'administrator' },
  'co-signers of a cohort': { ...cohort('/cosigners'), role: 'administrator' },
  'not her cohort': { ...cohort(''), role: 'newcomer', status: 403 },
  'invitation that works no longer': { ...page('/invitation?token=none'), status: 410 },
  'not her institution': { ...school('/people'), role: 'newcomer', status: 403 },
  'invitation, without an account': {
    path: ({ cast, locale }) => `/${locale}/invitation?token=${cast.links.invitation}`,
  },
  'sign in': page('/sign-in?next=/ar/account'),
  'sign in, to start a course': {
    path: ({ locale, course }) => `/${locale}/sign-in?next=/ar/courses/${course.file.id}`,
  },
  'sign in with an institution': page('/sign-in/school?next=/ar/account'),
  'sign in, the institution does not answer': page('/sign-in?school=away&next=/ar/account'),
  'my account, an account of an institution not linked': {
    ...page('/account?school=elsewhere#school-accounts'),
    role: 'newcomer',
  },
  'link an account of an institution': { ...page('/sign-in/school?link=yes'), role: 'newcomer' },
  'sign up': page('/sign-up'),
  'sign up, refused': { ...page('/sign-up'), act: sendEmpty },
  'sign up, letter sent': page('/confirm?sent=sign-up'),
  'open the account': openAccount,
  'open the account, refused': { ...openAccount, act: sendWithoutPassword },
  'confirm the e-mail': page('/confirm'),
  'expired link': { ...page(`/confirm?token=${'x'.repeat(43)}`), status: 410 },
  'reset the password': page('/reset-password'),
  library: page('/library'),
  'texts of the law': page('/library/law'),
  article: page('/library/law/cp-448-1'),
  'article of a treaty': page('/library/law/palermo-3'),
  'article told as a card': page('/library/law/cp-16'),
  'article on a day, compared': page('/library/law/cpp-82-5-1?on=2024-01-01&compare=2025'),
  'article on a day before it was read': page('/library/law/cp-448-4?on=1990-01-01'),
  decisions: page('/library/cases'),
  'decisions, filtered': page('/library/cases?form=begging&victim=child'),
  decision: page('/library/cases/cedh-sm-2020'),
  'decision, predicted': page('/library/cases/cedh-sm-2020?predict=a'),
  'decision, shown': page('/library/cases/ma-fes-2024-nouveau-nes?show=1'),
  glossary: page('/library/glossary'),
  'glossary, found': page('/library/glossary?q=victime'),
  'glossary, nothing found': page('/library/glossary?q=xyz'),
  'referral plans': { ...page('/practice/referral'), role: 'reader' },
  'referral plan, empty': { ...page('/practice/referral/m-domestic'), role: 'reader' },
  'referral plan, compared': {
    ...page('/practice/referral/s-begging'),
    role: 'reader',
    act: async (plan) => {
      // If this page was opened before in the run, its plan already has these steps.
      for (const step of ['hear', 'secure', 'confront']) {
        const choice = plan.locator(`select[name="new"] option[value="${step}"]`)
        if ((await choice.count()) === 0) continue
        await plan.locator('select[name="new"]').selectOption(step)
        await plan.locator('button[value="add"]').click()
      }
      await plan.locator('button[value="compare"]').click()
      await plan.locator('.pathway-drawing').waitFor()
    },
  },
  'simulation, not begun': { ...page('/practice/simulations/night-report'), role: 'newcomer' },
  'simulation, under way': { ...page('/practice/simulations/night-report'), role: 'holder' },
  'simulation, played': { ...page('/practice/simulations/night-report'), role: 'revoked' },
  'simulation, a step': { ...page('/practice/simulations/night-report/4'), role: 'holder' },
  'simulation, nothing chosen': {
    ...page('/practice/simulations/night-report/4'),
    role: 'holder',
    act: async (on, { locale }) => {
      await on.getByRole('button', { name: t(locale, 'casework.simulation.step.confirm') }).click()
      await on.locator('[data-outcome]').waitFor()
    },
  },
  'simulation, a closed step': { ...page('/practice/simulations/night-report/2?stands=1'), role: 'holder' },
  'simulation, debrief': { ...page('/practice/simulations/night-report/debrief'), role: 'revoked' },
  'simulations of a cohort': { ...cohort('/simulations'), role: 'tutor' },
  'simulation in seats': {
    path: ({ locale, cast }: Place) => `/${locale}/practice/seats/${cast.group}`,
    role: 'tutor',
  },
  worksheet: page('/practice/worksheet'),
  'worksheet, half filled': {
    ...page('/practice/worksheet'),
    act: async (sheet) => {
      await sheet.locator('[name="child"][value="doubt"]').check({ force: true })
      for (const mark of ['present', 'unasked'])
        await sheet
          .locator(`[value="${mark}"]`)
          .nth(mark === 'present' ? 8 : 9)
          .check({ force: true })
      await sheet.locator('details.dimension summary').first().click()
    },
  },
  'worksheet on a file': { ...page('/practice/worksheet/lanes-of-the-medina'), role: 'reader' },
  'worksheet on a file, compared': {
    ...page('/practice/worksheet/lanes-of-the-medina'),
    role: 'reader',
    act: async (sheet) => {
      await sheet.locator('[name="general.isolated"][value="present"]').check({ force: true })
      await sheet.locator('[name="fact:general.isolated"]').fill('7')
      await sheet.locator('.worksheet button[type="submit"]').click()
      await sheet.locator('.compared-sign').first().waitFor()
    },
  },
  'worksheet, kept': page('/practice/worksheet/kept'),
  checklists: page('/library/checklists'),
  checklist: page('/library/checklists/opening'),
  models: page('/library/models'),
  'model that nobody has signed': page('/library/models/operative-part'),
  indicators: page('/library/indicators'),
  'indicators, filtered': page('/library/indicators?form=begging&concerns=children'),
  referral: page('/library/referral'),
  'referral, of a region': page('/library/referral?region=01'),
  'referral, of a region with contacts of an institution': page('/library/referral?region=05'),
  'referral, of a role': page('/library/referral?role=shelter'),
  'referral, of a region with nothing of its own': {
    path: ({ locale, library }) => `/${locale}/library/referral?region=${emptyRegion(library)}`,
  },
  'referral, nobody found': {
    path: ({ locale, library }) => `/${locale}/library/referral?${nobodyIn(library)}`,
  },
  figures: page('/library/figures'),
  research: page('/library/research'),
  search: page('/library/search'),
  'search, found': page('/library/search?q=victime'),
  'search, one kind': page('/library/search?q=victime&kind=law'),
  'search, nothing found': page('/library/search?q=esclavagiisteme'),
  'search, no such article': page('/library/search?q=448-99'),
  'search, too long': page(`/library/search?q=${'victime '.repeat(40)}`),
  'no such checklist': { ...page('/library/checklists/none'), status: 404 },
  'no such model': { ...page('/library/models/none'), status: 404 },
  'no such article': { ...page('/library/law/none'), status: 404 },
  about: page('/about'),
  help: page('/help'),
  'help of a learner in a cohort': { ...page('/help'), role: 'reader' },
  privacy: page('/privacy'),
  accessibility: page('/accessibility'),
  'style guide': page('/styleguide'),
  'nothing here': { ...page('/nothing-here'), status: 404 },
  'no such lesson': { path: (place) => `${coursePage.path(place)}/lessons/none`, status: 404 },
  'not hers': { ...exam(), role: 'newcomer', status: 403 },
  'unreadable address': { ...page('/%E0%A4%A'), status: 400 },
}

/** A region about which the sources say nothing. */
function emptyRegion({ regions, referral }: Library): string {
  const known = new Set(Object.values(referral).map(({ region }) => region))
  return Object.keys(regions).find((id) => !known.has(id)) ?? ''
}

/** A role without an entry in that region or nationwide. */
function nobodyIn(library: Library): URLSearchParams {
  const region = emptyRegion(library)
  const role = REFERRAL_ROLES.find((each) => {
    const found = countReferral(filterReferral(Object.values(library.referral), { region, role: each }))
    return found === 0
  })
  if (!role) throw new Error('every role is played in the whole country')
  return new URLSearchParams({ region, role })
}

/** One wrong and one right answer, so that both kinds of feedback appear. */
async function answerPractice(on: Page, course: Course | undefined, locale: Locale) {
  const [first, second] = course?.lessons[0]?.practice ?? []
  if (!first || !second) throw new Error('the first lesson has too little practice')
  for (const [question, answer] of [
    [first, wrongAnswer(first)],
    [second, second.correct],
  ] as const) {
    const card = practiceCard(on, question, locale)
    await give(card, question, answer, locale)
    await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
    await card.getByRole('status').waitFor()
  }
}

/** Too short to count as an attempt, so that nobody is locked out. */
async function sendShortCode(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'secondFactor.code')).fill('12 34')
  await on.getByRole('button', { name: t(locale, 'secondFactor.ask.submit') }).click()
  await on.getByRole('alert').waitFor()
}

async function sendNoFile(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'cohorts.import.check') }).click()
  await on.getByRole('alert').waitFor()
}

async function sendEmpty(on: Page, { locale }: Place) {
  await on
    .getByRole('main')
    .getByRole('button', { name: t(locale, 'nav.signUp') })
    .click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

async function sendWithoutPassword(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'account.confirm.button') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

/** Tries to open a cohort to the domain of a free mail provider, which the form refuses. */
async function openToEverybody(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'cohorts.entry.domains')).fill('gmail.com')
  await on.getByRole('button', { name: t(locale, 'cohorts.form.save') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

/** Checks in, and waits for the answer of the server. */
async function checkIn(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'attendance.checkIn.press') }).click()
  await on.locator('[data-outcome]').waitFor()
}

async function tickFirstPresence(on: Page) {
  await on.locator('table input[type=checkbox]:not(:checked)').first().check()
}

async function tickFirst(on: Page) {
  await on.locator('input[name=who]').first().check()
}

/** Chooses everybody, and opens the page that shows what the first act of the list would do. */
async function chooseAll(on: Page, { locale }: Place) {
  await on.locator('input[name=all]').check()
  await on.locator('.many .btn.primary').click()
  await on.getByRole('heading', { name: t(locale, 'cohorts.many.effects') }).waitFor()
}

async function openFirstPerson(on: Page, { locale }: Place) {
  await on.locator('table.picks th a').first().click()
  await on.getByRole('heading', { name: t(locale, 'cohorts.person.data') }).waitFor()
}

async function openAddress(on: Page, place: Place) {
  await openFirstPerson(on, place)
  await on.getByRole('link', { name: t(place.locale, 'cohorts.people.address') }).click()
  await on.getByRole('button', { name: t(place.locale, 'cohorts.address.saveAndInvite') }).waitFor()
}

/** Gives the password of another account of the cast, and opens the preview of the merge by the link in its letter. */
async function proveOther(on: Page, { cast, locale }: Place, who: Role): Promise<void> {
  await on.getByLabel(t(locale, 'merge.otherEmail')).fill(cast[who].email)
  await on.getByLabel(t(locale, 'merge.otherPassword')).fill(cast[who].password)
  await on.getByRole('button', { name: t(locale, 'merge.look') }).click()
  await on.getByText(t(locale, 'merge.done.sent')).waitFor()
  const newest = () =>
    mailTo(cast[who].email, readSiteSettings().DATA_DIR).findLast((mail) => mail.includes('/account/merge'))
  await expect.poll(newest).toBeDefined()
  const { search } = linkIn(newest())
  await on.goto(`/${locale}/account/merge${search}`)
  await on.locator('dl.stated').waitFor()
}

/** Sends the form of a page with nothing filled in. */
function sendBlank(
  button:
    | 'institutions.createButton'
    | 'seminar.form.create'
    | 'people.addButton'
    | 'cohorts.add.another'
    | 'accounts.disable.button'
    | 'proposals.propose.revoke'
    | 'proposals.decide.refuse.button'
    | 'editorial.offer.button'
    | 'contacts.addButton'
    | 'apiTokens.addButton'
    | 'contacts.acceptButton'
    | 'webhooks.addButton'
    | 'signOnSettings.saveButton'
    | 'signOnDomains.addButton'
    | 'notes.save'
    | 'threads.send'
    | 'cohorts.messages.toPreview',
) {
  return async (on: Page, { locale }: Place) => {
    await on.getByRole('button', { name: t(locale, button) }).click()
    await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
  }
}

async function keepFigures(on: Page) {
  await on.locator('main form[method=post] button').click()
  await on.getByRole('status').waitFor()
}

async function sendLongWord(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'fields.note')).fill('a'.repeat(400))
  await on.getByRole('button', { name: t(locale, 'cohorts.remind.preview') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

async function openAll(on: Page) {
  for (const summary of await on.locator('main summary').all()) await summary.click()
}
