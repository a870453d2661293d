import 'server-only'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { currentReleases } from '../content/releases'

/** The titles of pages, by their paths. A page below one of them has its title. */
const TITLES = {
  '/about': 'nav.about',
  '/accessibility': 'nav.accessibility',
  '/account': 'nav.account',
  '/account/institutions': 'myInstitutions.title',
  '/account/letters': 'letters.title',
  '/account/merge': 'merge.title',
  '/account/second-factor': 'secondFactor.title',
  '/c': 'nav.verify',
  '/certificates': 'certificate.title',
  '/cohorts': 'cohorts.list.title',
  '/confirm': 'account.confirm.title',
  '/courses': 'course.list',
  '/desk': 'desk.work',
  '/help': 'nav.help',
  '/institutions': 'institutions.title',
  '/invitation': 'cohorts.invitation.title',
  '/join': 'join.title',
  '/learning': 'learning.title',
  '/learning/messages': 'messages.title',
  '/learning/notes': 'notes.title',
  '/learning/provisions': 'learning.provisions.title',
  '/learning/reminders': 'reminders.title',
  '/learning/review': 'review.title',
  '/letters': 'letters.title',
  '/library': 'library.front.title',
  '/library/briefs': 'library.briefs.title',
  '/library/cases': 'library.cases.title',
  '/library/checklists': 'library.checklists.title',
  '/library/figures': 'library.figures.title',
  '/library/glossary': 'library.glossary.title',
  '/library/indicators': 'library.indicators.title',
  '/library/law': 'library.law.title',
  '/library/models': 'library.models.title',
  '/library/referral': 'library.referral.title',
  '/library/research': 'library.research.title',
  '/library/search': 'library.find.title',
  '/national': 'report.nation',
  '/offer': 'people.offers.title',
  '/offline': 'kept.offline.title',
  '/practice': 'casework.title',
  '/practice/referral': 'referralPlan.listTitle',
  '/practice/worksheet': 'worksheet.title',
  '/privacy': 'nav.privacy',
  '/reset-password': 'account.reset.title',
  '/review': 'editorial.title',
  '/s': 'surveys.title',
  '/second-factor': 'secondFactor.ask.title',
  '/seminars': 'seminar.title',
  '/sign-in': 'nav.signIn',
  '/sign-up': 'nav.signUp',
  '/verify': 'verify.title',
} as const

const PRACTICE = /^\/practice\/(?:grid|simulations|worksheet)\/([\w-]+)/

/** The title of a page outside of the courses, in words: an address says nothing to a reader. */
export async function pageTitle(path: string, locale: Locale): Promise<string> {
  const file = PRACTICE.exec(path)?.[1]
  const title = file === undefined ? null : await caseTitle(file, locale)
  if (title !== null) return title
  const t = translator(locale)
  const nearest = Object.keys(TITLES).findLast((known) => path === known || path.startsWith(`${known}/`))
  if (nearest !== undefined) return t(TITLES[nearest as keyof typeof TITLES])
  return path === '' || path === '/' ? t('nav.home') : t('site.name')
}

/** Only of courses that everybody may read: nobody has checked yet who asks. */
async function caseTitle(id: string, locale: Locale): Promise<string | null> {
  const open = (await currentReleases()).filter(({ course }) => course.file.access !== 'closed')
  const found = open.flatMap(({ course }) => course.cases ?? []).find(({ file }) => file.id === id)
  return found?.file.title[locale] ?? null
}
