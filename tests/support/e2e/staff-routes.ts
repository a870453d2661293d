import { randomUUID } from 'node:crypto'
import type { Permission, Targets } from '@/domain/auth/policy'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Answer } from './answer'
import type { Someone } from './rows'

/** The values for the routes' addresses: an institution, a cohort of it, and two people who belong to it. */
export type Fixtures = {
  institutionId: string
  /** A cohort of the institution, assigned to one of its tutors. */
  cohort: Targets['cohort:read']
  /** A seminar of the institution, without co-organisers. */
  seminar: Targets['seminar:change']
  /** A learner whose identity the institution has confirmed. */
  learner: Someone
  /** A tutor whose identity is not confirmed. */
  tutor: Someone
}
export type Asked = { [P in Permission]: { permission: P; target: Targets[P] } }[Permission]
export type StaffRoute = {
  /**
   * The required permissions, in the order in which they are checked: a caller who lacks one gets the refusal of the
   * first missing one.
   */
  asks: (fixtures: Fixtures) => readonly Asked[]
  /**
   * The answer for a caller with all permissions. `{institution}`, `{cohort}` and `{seminar}` stand for the ids,
   * `{yesterday}` for the day of the latest figures.
   */
  answer: Answer
  /** The body. For a permitted caller it changes nothing: it is done already, or incomplete. */
  form?: (fixtures: Fixtures) => Record<string, string>
  query?: (fixtures: Fixtures) => string
  /** A forbidden caller gets 404, so that the answer does not reveal that the page exists. */
  hidden?: true
  /** It sends a file: a program that is not signed in gets 401 instead of a redirect to the sign-in page. */
  file?: true
}

const ask = <P extends Permission>(permission: P, target: Targets[P]) => ({ permission, target }) as Asked
const at =
  (
    permission:
      | 'institution:read'
      | 'institution:change'
      | 'institution:archive'
      | 'institution:report'
      | 'face:change'
      | 'institution:integrate'
      | 'institution:own-domain'
      | 'contact:manage'
      | 'figures:keep'
      | 'people:read'
      | 'audit:read'
      | 'audit:export'
      | 'certificate:list'
      | 'cohort:create'
      | 'seminar:create'
      | 'seminar:co-organise'
      | 'survey:run',
  ) =>
  ({ institutionId }: Fixtures) => [ask(permission, { institutionId })]
const everywhere = (permission: 'people:read' | 'audit:read' | 'audit:export') => () => [
  ask(permission, { institutionId: null }),
]

const readSurvey = ({ institutionId }: Fixtures) => [ask('survey:read', { institutionId, tutorIds: [] })]

const nation = () => [ask('nation:read', {})]

const ofCohort =
  (
    permission:
      | 'cohort:read'
      | 'cohort:change'
      | 'cohort:enrol'
      | 'cohort:remind'
      | 'cohort:cosign'
      | 'cohort:announce'
      | 'cohort:answer'
      | 'cohort:play'
      | 'cohort:export'
      | 'cohort:withdraw-many'
      | 'statistics:read',
  ) =>
  ({ cohort }: Fixtures) => [ask(permission, cohort)]

const ofSeminar = ({ seminar }: Fixtures) => [ask('seminar:change', seminar)]
const runsSeminar = ({ seminar }: Fixtures) => [ask('seminar:run', seminar)]

/** The lesson that the addresses of the review name. */
const TEXT: TextKey = { kind: 'lesson', id: 'fundamentals/offence' }
const mayReadText = () => [ask('editorial:read', { text: TEXT })]
const writesText = () => [...mayReadText(), ask('editorial:comment', { text: TEXT })]
const proposesIt = () => [...mayReadText(), ask('editorial:propose', { text: TEXT })]
/** Any lesson of the course: permissions are the same for all of them. */
const proposesNew = () => [ask('editorial:propose', { text: { kind: 'lesson', id: 'fundamentals/new' } })]
const signsIt = () => [
  ...writesText(),
  ask('editorial:sign', { text: TEXT, language: 'fr', area: 'legal', proposed: false, otherArea: false }),
]
/** Any entry of the glossary: permissions are the same for all of them. */
const TERM: TextKey = { kind: 'term', id: 'term' }
const readsTerms = () => [ask('editorial:read', { text: TERM })]
const signsTerms = () => [
  ...readsTerms(),
  ask('editorial:sign', { text: TERM, language: 'fr', area: 'legal', proposed: false, otherArea: false }),
]
const reviewOf = (rest = '') => `/[locale]/review/[kind]/[key]/[lang]${rest}`

const offersReview = () => [
  ask('people:read', { institutionId: null }),
  ask('role:offer', { institutionId: null, accountId: null, role: 'reviewer' }),
]
const COURT = { kind: 'court', nameArabic: 'محكمة الاستئناف بفاس', nameLatin: 'Cour d’appel de Fès', region: '03' }
const people = '/ar/institutions/{institution}/people'

/**
 * Every staff route with the permissions that it asks `domain/auth/policy.ts` for: the expected answers follow from
 * them.
 */
export const STAFF_ROUTES: Record<string, StaffRoute> = {
  [`GET ${reviewOf()}`]: { asks: mayReadText, answer: 200, hidden: true },
  // Nothing is written in these forms.
  [`POST ${reviewOf()}`]: { asks: mayReadText, answer: 400, hidden: true },
  [`POST ${reviewOf('/end')}`]: { asks: mayReadText, answer: 400, hidden: true },
  [`POST ${reviewOf('/settle')}`]: { asks: writesText, answer: 400, hidden: true },
  [`GET ${reviewOf('/source')}`]: { asks: proposesIt, answer: 200, hidden: true },
  [`POST ${reviewOf('/source')}`]: { asks: proposesIt, answer: 400, hidden: true },
  [`GET ${reviewOf('/source/all')}`]: { asks: proposesIt, answer: 200, hidden: true },
  [`POST ${reviewOf('/source/all')}`]: { asks: proposesIt, answer: 400, hidden: true },
  [`POST ${reviewOf('/source/check')}`]: { asks: proposesIt, answer: 400, hidden: true },
  [`GET ${reviewOf('/question')}`]: { asks: proposesIt, answer: 200, hidden: true },
  [`POST ${reviewOf('/question')}`]: { asks: proposesIt, answer: 400, hidden: true },
  [`GET ${reviewOf('/sign')}`]: { asks: writesText, query: () => '?area=legal', answer: 200, hidden: true },
  [`POST ${reviewOf('/sign')}`]: { asks: signsIt, query: () => '?area=legal', answer: 400, hidden: true },
  // The text is no bank, and has neither the signature nor the proposal.
  [`POST ${reviewOf('/bank')}`]: { asks: mayReadText, answer: 404, hidden: true },
  [`GET ${reviewOf('/withdraw')}`]: { asks: mayReadText, answer: 404, hidden: true },
  [`POST ${reviewOf('/withdraw')}`]: { asks: mayReadText, answer: 404, hidden: true },
  [`GET ${reviewOf('/proposals/[proposal]')}`]: { asks: mayReadText, answer: 404, hidden: true },
  [`POST ${reviewOf('/proposals/[proposal]')}`]: { asks: mayReadText, answer: 404, hidden: true },
  'GET /[locale]/review/short/[kind]/[lang]': { asks: readsTerms, answer: 200, hidden: true },
  // Nothing is ticked.
  'POST /[locale]/review/short/[kind]/[lang]': { asks: signsTerms, answer: 400, hidden: true },
  'GET /[locale]/desk': { asks: () => [ask('desk:read', {})], answer: 200 },
  'GET /[locale]/desk/find': { asks: () => [ask('desk:read', {})], query: () => '?q=tazi', answer: 200 },
  'GET /[locale]/desk/platform': { asks: () => [ask('platform:run', {})], answer: 200 },
  // No job has this name.
  'POST /[locale]/desk/platform/run': { asks: () => [ask('platform:run', {})], form: () => ({ job: '' }), answer: 400 },
  'POST /[locale]/desk/platform/mail': { asks: () => [ask('platform:run', {})], answer: '303 /ar/desk/platform' },
  'GET /[locale]/desk/platform/regrades': { asks: () => [ask('regrade:propose', {})], answer: 200 },
  'POST /[locale]/desk/platform/regrades': { asks: () => [ask('regrade:propose', {})], answer: 400 },
  // A proposal that does not exist.
  'GET /[locale]/desk/platform/regrades/[regrade]': { asks: () => [ask('regrade:propose', {})], answer: 404 },
  'POST /[locale]/desk/platform/regrades/[regrade]': { asks: () => [ask('regrade:propose', {})], answer: 404 },
  'POST /[locale]/desk/platform/regrades/[regrade]/take-back': {
    asks: () => [ask('regrade:propose', {})],
    answer: 404,
  },
  'GET /[locale]/institutions': { asks: () => [ask('institution:list', {})], answer: 200 },
  'GET /[locale]/institutions/new': { asks: () => [ask('institution:create', {})], answer: 200 },
  'POST /[locale]/institutions/new': {
    asks: () => [ask('institution:create', {})],
    form: () => ({ draft: randomUUID(), ...COURT, region: 'elsewhere' }),
    answer: 400,
  },
  'GET /[locale]/institutions/audit': { asks: everywhere('audit:read'), answer: 200 },
  'GET /[locale]/institutions/audit/export': { asks: everywhere('audit:export'), answer: 200 },
  'POST /[locale]/institutions/audit/export': { asks: everywhere('audit:export'), answer: 400 },
  'GET /[locale]/institutions/errors': { asks: () => [ask('error:read', {})], answer: 200 },
  // A report that does not exist: a permitted caller gets “not found”.
  'GET /[locale]/institutions/errors/[report]': { asks: () => [ask('error:read', {})], answer: 404 },
  'POST /[locale]/institutions/errors/[report]': {
    asks: () => [ask('error:read', {})],
    form: () => ({ seen: '', outcome: 'corrected', errorAnswer: 'la date est rectifiée' }),
    answer: 404,
  },
  'GET /[locale]/institutions/contacts': { asks: () => [ask('contact:review', {})], answer: 200 },
  // A contact that does not exist: a permitted caller gets “not found”.
  'GET /[locale]/institutions/contacts/[contact]': { asks: () => [ask('contact:review', {})], answer: 404 },
  'POST /[locale]/institutions/contacts/[contact]': {
    asks: () => [ask('contact:review', {})],
    form: () => ({ answer: 'accept', sourceOpened: 'yes', sourceNames: 'yes' }),
    answer: 404,
  },
  'GET /[locale]/institutions/accounts': { asks: () => [ask('account:list', {})], answer: 200 },
  'GET /[locale]/institutions/accounts/[account]': { asks: lookedAt, answer: 200 },
  'GET /[locale]/institutions/accounts/[account]/disable': { asks: supported('account:disable'), answer: 200 },
  // Each act asks for a reason.
  'POST /[locale]/institutions/accounts/[account]/disable': { asks: supported('account:disable'), answer: 400 },
  'GET /[locale]/institutions/accounts/[account]/enable': { asks: supported('account:enable'), answer: 200 },
  'POST /[locale]/institutions/accounts/[account]/enable': { asks: supported('account:enable'), answer: 400 },
  'GET /[locale]/institutions/accounts/[account]/second-factor': {
    asks: supported('account:second-factor-off'),
    answer: 200,
  },
  'POST /[locale]/institutions/accounts/[account]/second-factor': {
    asks: supported('account:second-factor-off'),
    answer: 400,
  },
  'GET /[locale]/institutions/accounts/[account]/admit': { asks: supported('course:admit'), answer: 200 },
  'POST /[locale]/institutions/accounts/[account]/admit': { asks: supported('course:admit'), answer: 400 },
  'GET /[locale]/institutions/accounts/confirm': { asks: confirming, answer: 200 },
  'POST /[locale]/institutions/accounts/confirm': { asks: confirming, answer: 400 },
  'GET /[locale]/institutions/platform': { asks: everywhere('people:read'), answer: 200 },
  'GET /[locale]/institutions/platform/reviewer': { asks: offersReview, answer: 200 },
  'POST /[locale]/institutions/platform/reviewer': { asks: offersReview, answer: 400 },
  'GET /[locale]/review': { asks: () => [ask('editorial:read', { text: null })], answer: 200 },
  'GET /[locale]/review/board': { asks: () => [ask('editorial:read', { text: null })], answer: 200 },
  'GET /[locale]/review/new': { asks: () => [ask('editorial:read', { text: null })], answer: 200 },
  'GET /[locale]/review/new/[course]/lesson': { asks: proposesNew, answer: 200, hidden: true },
  'POST /[locale]/review/new/[course]/lesson': { asks: proposesNew, answer: 400, hidden: true },
  // No text lacks a language, and nothing new was proposed.
  'GET /[locale]/review/new/[course]/translation': { asks: proposesNew, answer: 404, hidden: true },
  'POST /[locale]/review/new/[course]/translation': { asks: proposesNew, answer: 404, hidden: true },
  'GET /[locale]/review/new/proposals/[proposal]': { asks: () => [ask('editorial:read', { text: null })], answer: 404 },
  'POST /[locale]/review/new/proposals/[proposal]': {
    asks: () => [ask('editorial:read', { text: null })],
    answer: 404,
  },
  // It names no text.
  'GET /[locale]/review/assign': { asks: () => [ask('editorial:read', { text: null })], answer: 404 },
  'POST /[locale]/review/assign': { asks: () => [ask('editorial:read', { text: null })], answer: 400 },
  'POST /[locale]/institutions/platform': {
    asks: everywhere('people:read'),
    form: () => ({ email: '', role: 'support' }),
    answer: 400,
  },
  'POST /[locale]/institutions/platform/end': {
    asks: ({ learner }) => [
      ask('people:read', { institutionId: null }),
      ask('role:end', { institutionId: null, accountId: learner.accountId, role: 'support' }),
    ],
    form: ({ learner }) => ({ account: learner.accountId, role: 'support' }),
    answer: '303 /ar/institutions/platform',
  },
  'POST /[locale]/institutions/platform/resend': {
    asks: everywhere('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
  'POST /[locale]/institutions/platform/take-back': {
    asks: everywhere('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
  'GET /[locale]/institutions/[institution]': { asks: at('institution:read'), answer: 200 },
  'GET /[locale]/institutions/[institution]/calls': { asks: at('institution:change'), answer: 200 },
  'POST /[locale]/institutions/[institution]/calls': { asks: at('institution:change'), form: () => ({}), answer: 400 },
  'GET /[locale]/institutions/[institution]/contacts': { asks: at('contact:manage'), answer: 200 },
  // Nothing is filled in.
  'POST /[locale]/institutions/[institution]/contacts': {
    asks: at('contact:manage'),
    form: () => ({}),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/webhooks': { asks: at('institution:integrate'), answer: 200 },
  // Nothing is filled in.
  'POST /[locale]/institutions/[institution]/webhooks': {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/sign-on': { asks: at('institution:integrate'), answer: 200 },
  // Nothing is filled in.
  'POST /[locale]/institutions/[institution]/sign-on': {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/domains': { asks: at('institution:own-domain'), answer: 200 },
  // Nothing is filled in.
  'POST /[locale]/institutions/[institution]/domains': {
    asks: at('institution:own-domain'),
    form: () => ({}),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/edit': { asks: at('institution:change'), answer: 200 },
  'POST /[locale]/institutions/[institution]/edit': {
    asks: at('institution:change'),
    form: () => COURT,
    answer: '303 /ar/institutions/{institution}',
  },
  'GET /[locale]/institutions/[institution]/archive': { asks: at('institution:archive'), answer: 200 },
  'POST /[locale]/institutions/[institution]/archive': {
    asks: at('institution:archive'),
    form: () => ({ reason: '' }),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/tokens': { asks: at('institution:integrate'), answer: 200 },
  // It has no name.
  'POST /[locale]/institutions/[institution]/tokens': {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/face': { asks: at('face:change'), answer: 200 },
  // A change of an older version: nothing is saved.
  'POST /[locale]/institutions/[institution]/face': {
    asks: at('face:change'),
    form: () => ({ act: 'save', version: '7' }),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/face/preview': { asks: at('face:change'), file: true, answer: 200 },
  'GET /[locale]/institutions/[institution]/seminars': { asks: at('seminar:create'), answer: 200 },
  // It was not asked to organise this seminar.
  'POST /[locale]/institutions/[institution]/seminars': {
    asks: at('seminar:co-organise'),
    form: () => ({ seminar: randomUUID(), answer: 'accept' }),
    answer: 404,
  },
  'GET /[locale]/seminars/new': {
    asks: at('seminar:create'),
    query: ({ institutionId }) => `?institution=${institutionId}`,
    answer: 200,
  },
  'POST /[locale]/seminars/new': {
    asks: at('seminar:create'),
    query: ({ institutionId }) => `?institution=${institutionId}`,
    form: () => ({ titleFrench: '', sittings: '1' }),
    answer: 400,
  },
  'GET /[locale]/seminars/[seminar]/edit': { asks: ofSeminar, answer: 200 },
  'POST /[locale]/seminars/[seminar]/edit': {
    asks: ofSeminar,
    form: () => ({ titleFrench: '', sittings: '1' }),
    answer: 400,
  },
  'POST /[locale]/seminars/[seminar]/status': { asks: ofSeminar, form: () => ({ act: 'delete' }), answer: 400 },
  'GET /[locale]/seminars/[seminar]/cancel': { asks: ofSeminar, answer: 200 },
  'POST /[locale]/seminars/[seminar]/cancel': { asks: ofSeminar, form: () => ({ reasonFrench: '' }), answer: 400 },
  'GET /[locale]/seminars/[seminar]/materials': { asks: ofSeminar, answer: 200 },
  'POST /[locale]/seminars/[seminar]/materials': { asks: ofSeminar, form: () => ({}), answer: 400 },
  'POST /[locale]/seminars/[seminar]/proceedings/publication': {
    asks: ofSeminar,
    form: () => ({ act: 'delete' }),
    answer: 400,
  },
  // An institution with a quota may open it too, but no caller in this table belongs to one.
  'GET /[locale]/seminars/[seminar]/places': { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  'POST /[locale]/seminars/[seminar]/places': {
    asks: ({ seminar }) => [ask('seminar:read', seminar)],
    form: () => ({ act: '' }),
    answer: 400,
  },
  'GET /[locale]/seminars/[seminar]/organisers': { asks: ofSeminar, answer: 200 },
  'POST /[locale]/seminars/[seminar]/organisers': { asks: ofSeminar, form: () => ({ institution: '' }), answer: 400 },
  'GET /[locale]/seminars/[seminar]/room': { asks: runsSeminar, answer: 200 },
  'GET /[locale]/seminars/[seminar]/sheet': { asks: runsSeminar, answer: 200 },
  'GET /[locale]/seminars/[seminar]/tests': { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  'GET /[locale]/seminars/[seminar]/attendance': { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  'POST /[locale]/seminars/[seminar]/attendance/ticks': {
    asks: runsSeminar,
    answer: '303 /ar/seminars/{seminar}/attendance',
  },
  // No unlisted person has this id.
  'POST /[locale]/seminars/[seminar]/attendance/unlisted': {
    asks: runsSeminar,
    form: () => ({ id: randomUUID(), answer: 'refuse' }),
    answer: '303 /ar/seminars/{seminar}/attendance',
  },
  'POST /[locale]/seminars/[seminar]/attendance/half-day': {
    asks: runsSeminar,
    form: () => ({ halfDay: randomUUID(), act: 'close' }),
    answer: 404,
  },
  // Nobody has this place: a permitted caller gets “not found”.
  'GET /[locale]/seminars/[seminar]/attendance/[place]': { asks: runsSeminar, answer: 404 },
  'POST /[locale]/seminars/[seminar]/attendance/[place]': {
    asks: runsSeminar,
    form: () => ({ reason: 'elle est partie à dix heures', turn: 'strike' }),
    answer: 404,
  },
  'GET /[locale]/seminars/[seminar]/attendance/close': {
    asks: ({ seminar }) => [ask('seminar:issue', seminar)],
    answer: 200,
  },
  'POST /[locale]/seminars/[seminar]/attendance/close': {
    asks: ({ seminar }) => [ask('seminar:issue', seminar)],
    form: () => ({ count: '0' }),
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/audit': { asks: at('audit:read'), answer: 200 },
  'GET /[locale]/institutions/[institution]/audit/export': { asks: at('audit:export'), answer: 200 },
  'POST /[locale]/institutions/[institution]/audit/export': { asks: at('audit:export'), answer: 400 },
  'GET /[locale]/institutions/[institution]/report': { asks: at('institution:report'), answer: 200 },
  // A day without a stored report.
  'GET /[locale]/institutions/[institution]/report/[day]': { asks: at('institution:report'), answer: 404 },
  'POST /[locale]/institutions/[institution]/report/keep': {
    asks: at('figures:keep'),
    answer: '303 /ar/institutions/{institution}/report/{yesterday}',
  },
  'GET /[locale]/institutions/[institution]/people': { asks: at('people:read'), answer: 200 },
  'POST /[locale]/institutions/[institution]/people': {
    asks: ({ institutionId, tutor: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('role:offer', { institutionId, accountId, role: 'tutor' }),
    ],
    // She has that role already.
    form: ({ tutor }) => ({ email: tutor.email, role: 'tutor' }),
    answer: 400,
  },
  'POST /[locale]/institutions/[institution]/people/resend': {
    asks: at('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
  'POST /[locale]/institutions/[institution]/people/take-back': {
    asks: at('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
  'POST /[locale]/institutions/[institution]/people/end': {
    asks: ({ institutionId, learner: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('role:end', { institutionId, accountId, role: 'tutor' }),
    ],
    form: ({ learner }) => ({ account: learner.accountId, role: 'tutor' }),
    answer: `303 ${people}`,
  },
  'POST /[locale]/institutions/[institution]/people/confirm': {
    asks: ({ institutionId, tutor: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('identity:confirm', { institutionId, accountId }),
    ],
    form: ({ tutor: { accountId, nameArabic, nameLatin } }) => ({ account: accountId, nameArabic, nameLatin }),
    answer: `303 ${people}`,
  },
  'GET /[locale]/institutions/[institution]/people/by-list': { asks: confirmingByList, answer: 200 },
  // The page listed nobody.
  'POST /[locale]/institutions/[institution]/people/by-list': {
    asks: confirmingByList,
    form: () => ({ who: '' }),
    answer: `303 ${people}/by-list`,
  },
  'GET /[locale]/institutions/[institution]/certificates': { asks: at('certificate:list'), answer: 200 },
  // A certificate of a person who does not learn there: a permitted caller gets “not found”.
  'GET /[locale]/institutions/[institution]/certificates/[number]': { asks: at('certificate:list'), answer: 404 },
  'POST /[locale]/institutions/[institution]/certificates/[number]': {
    asks: at('certificate:list'),
    form: () => ({ act: 'revoke', reason: 'examen passé par un tiers' }),
    answer: 404,
  },
  'POST /[locale]/institutions/[institution]/certificates/[number]/take-back': {
    asks: at('certificate:list'),
    answer: 404,
  },
  'GET /[locale]/institutions/[institution]/certificates/[number]/decide': {
    asks: at('certificate:list'),
    answer: 404,
  },
  'POST /[locale]/institutions/[institution]/certificates/[number]/decide': {
    asks: at('certificate:list'),
    form: () => ({ answer: 'accept' }),
    answer: 404,
  },
  'GET /[locale]/institutions/[institution]/cohorts': { asks: at('institution:read'), answer: 200 },
  'GET /[locale]/institutions/[institution]/cohorts/new': { asks: at('cohort:create'), answer: 200 },
  'POST /[locale]/institutions/[institution]/cohorts/new': { asks: at('cohort:create'), answer: 400 },
  'GET /[locale]/national': { asks: nation, answer: 200 },
  'GET /[locale]/national/[day]': { asks: nation, answer: 404 },
  'GET /[locale]/national/csv/[table]': { asks: nation, answer: 200 },
  'POST /[locale]/national/keep': {
    asks: () => [ask('figures:keep', { institutionId: null })],
    answer: '303 /ar/national/{yesterday}',
  },
  'GET /[locale]/cohorts/[cohort]': { asks: ofCohort('cohort:read'), answer: 200 },
  'GET /[locale]/cohorts/[cohort]/settings': { asks: ofCohort('cohort:change'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/settings': { asks: ofCohort('cohort:change'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/archive': {
    asks: ofCohort('cohort:change'),
    answer: '303 /ar/cohorts/{cohort}/settings',
  },
  // Without the checkbox that confirms it.
  'POST /[locale]/cohorts/[cohort]/steps': {
    asks: ofCohort('cohort:change'),
    answer: '303 /ar/cohorts/{cohort}',
  },
  'POST /[locale]/cohorts/[cohort]/archive': { asks: ofCohort('cohort:change'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/cosigners': { asks: ofCohort('cohort:cosign'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/cosigners': { asks: ofCohort('cohort:cosign'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/export': { asks: ofCohort('cohort:export'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/export': { asks: ofCohort('cohort:export'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/seminars': { asks: ofCohort('cohort:read'), answer: 200 },
  'GET /[locale]/cohorts/[cohort]/learning': { asks: ofCohort('statistics:read'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/tests': {
    asks: ofCohort('cohort:change'),
    answer: '303 /ar/cohorts/{cohort}/learning',
  },
  'GET /[locale]/cohorts/[cohort]/remind': { asks: ofCohort('cohort:remind'), query: () => '?why=late', answer: 200 },
  // The page listed nobody to remind.
  'POST /[locale]/cohorts/[cohort]/remind': {
    asks: ofCohort('cohort:remind'),
    form: () => ({ why: 'late', note: '', shown: randomUUID() }),
    answer: '303 /ar/cohorts/{cohort}/remind',
  },
  'GET /[locale]/cohorts/[cohort]/messages': { asks: ofCohort('cohort:announce'), answer: 200 },
  'GET /[locale]/cohorts/[cohort]/messages/new': { asks: ofCohort('cohort:announce'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/messages/new': {
    asks: ofCohort('cohort:announce'),
    form: () => ({ draft: randomUUID(), version: '1', audience: 'everybody' }),
    answer: 400,
  },
  // A message that does not exist: a permitted caller gets “not found”.
  'GET /[locale]/cohorts/[cohort]/messages/[message]': { asks: ofCohort('cohort:announce'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/messages/[message]': {
    asks: ofCohort('cohort:announce'),
    form: () => ({ act: 'delete' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/messages/[message]/edit': { asks: ofCohort('cohort:announce'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/messages/[message]/edit': {
    asks: ofCohort('cohort:announce'),
    form: () => ({ draft: randomUUID(), version: '1', audience: 'everybody' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/surveys': {
    asks: ({ cohort }) => [ask('statistics:read', cohort), ask('survey:read', cohort)],
    answer: 200,
  },
  'POST /[locale]/cohorts/[cohort]/surveys': {
    asks: ({ cohort }) => [
      ask('statistics:read', cohort),
      ask('survey:run', { institutionId: cohort.institutionId }),
      ask('survey:read', cohort),
    ],
    answer: 400,
  },
  'GET /[locale]/institutions/[institution]/surveys': { asks: at('survey:run'), answer: 200 },
  'POST /[locale]/institutions/[institution]/surveys': { asks: at('survey:run'), answer: 400 },
  // A survey that does not exist: a permitted caller gets “not found”.
  'GET /[locale]/institutions/[institution]/surveys/[survey]': { asks: readSurvey, answer: 404 },
  'POST /[locale]/institutions/[institution]/surveys/[survey]': { asks: at('survey:run'), answer: 404 },
  'POST /[locale]/institutions/[institution]/surveys/[survey]/hold': { asks: at('survey:run'), answer: 404 },
  'POST /[locale]/institutions/[institution]/surveys/[survey]/order': { asks: at('survey:run'), answer: 404 },
  'POST /[locale]/institutions/[institution]/surveys/[survey]/withdraw': { asks: at('survey:run'), answer: 404 },
  'GET /[locale]/institutions/[institution]/surveys/[survey]/titles': { asks: at('survey:run'), answer: 404 },
  'POST /[locale]/institutions/[institution]/surveys/[survey]/titles': { asks: at('survey:run'), answer: 404 },
  'GET /[locale]/institutions/[institution]/surveys/[survey]/questions/[question]': {
    asks: at('survey:run'),
    answer: 404,
  },
  'POST /[locale]/institutions/[institution]/surveys/[survey]/questions/[question]': {
    asks: at('survey:run'),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/threads': { asks: ofCohort('cohort:answer'), hidden: true, answer: 200 },
  'GET /[locale]/cohorts/[cohort]/threads/[thread]': { asks: ofCohort('cohort:answer'), hidden: true, answer: 404 },
  'POST /[locale]/cohorts/[cohort]/threads/[thread]': {
    asks: ofCohort('cohort:answer'),
    hidden: true,
    form: () => ({ draft: randomUUID(), threadText: 'Voyez l’article.' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/simulations': { asks: ofCohort('cohort:play'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/simulations': {
    asks: ofCohort('cohort:play'),
    form: () => ({ case: 'none' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/entry': { asks: ofCohort('cohort:change'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/entry': { asks: ofCohort('cohort:change'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/people': { asks: ofCohort('cohort:read'), answer: 200 },
  'GET /[locale]/cohorts/[cohort]/people/new': { asks: ofCohort('cohort:enrol'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/people/new': {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ email: 'no address', locale: 'ar' }),
    answer: 400,
  },
  // Nobody is ticked.
  'POST /[locale]/cohorts/[cohort]/people/act': {
    asks: (fixtures) => [...ofCohort('cohort:read')(fixtures), ...ofCohort('cohort:enrol')(fixtures)],
    form: () => ({ act: 'again' }),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
  // A set of people that does not exist.
  'GET /[locale]/cohorts/[cohort]/people/act/[act]': {
    asks: ofCohort('cohort:withdraw-many'),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
  'POST /[locale]/cohorts/[cohort]/people/act/[act]': {
    asks: ofCohort('cohort:withdraw-many'),
    form: () => ({ reason: 'elles ont quitté la session' }),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
  // A person who is not in the cohort: a permitted caller gets “not found”.
  'GET /[locale]/cohorts/[cohort]/people/[member]': { asks: ofCohort('cohort:read'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/people/[member]': {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ act: 'invite' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/people/[member]/refuse': { asks: ofCohort('cohort:read'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/people/[member]/refuse': {
    asks: ofCohort('cohort:read'),
    form: () => ({ reason: 'la session est réservée aux attachés' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/people/[member]/withdraw': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/people/[member]/withdraw': {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ reason: 'elle a quitté la session' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/people/[member]/address': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/people/[member]/address': {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ email: 'corrected@example.ma', before: 'wrong@example.ma' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/people/[member]/transfer': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/people/[member]/transfer': {
    asks: ofCohort('cohort:enrol'),
    form: ({ cohort }) => ({ to: cohort.cohortId, reason: 'elle change de session' }),
    answer: 404,
  },
  'GET /[locale]/cohorts/[cohort]/import': { asks: ofCohort('cohort:enrol'), answer: 200 },
  'GET /[locale]/cohorts/[cohort]/import/model': { asks: ofCohort('cohort:enrol'), answer: 200 },
  'POST /[locale]/cohorts/[cohort]/import': { asks: ofCohort('cohort:enrol'), answer: 400 },
  'GET /[locale]/cohorts/[cohort]/import/[run]': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/import/[run]/start': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'GET /[locale]/cohorts/[cohort]/import/[run]/columns': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/import/[run]/columns': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'GET /[locale]/cohorts/[cohort]/import/[run]/values': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'POST /[locale]/cohorts/[cohort]/import/[run]/values': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'GET /[locale]/cohorts/[cohort]/import/[run]/confirm': { asks: ofCohort('cohort:enrol'), answer: 404 },
  'GET /[locale]/cohorts/[cohort]/import/[run]/refused': { asks: ofCohort('cohort:enrol'), file: true, answer: 404 },
  'GET /[locale]/institutions/[institution]/people/withdraw': {
    asks: withdrawal,
    query: ({ learner }) => `?account=${learner.accountId}`,
    answer: 200,
  },
  'POST /[locale]/institutions/[institution]/people/withdraw': {
    asks: withdrawal,
    query: ({ learner }) => `?account=${learner.accountId}`,
    form: () => ({ reason: '' }),
    answer: 400,
  },
}

function lookedAt({ learner: { accountId } }: Fixtures): Asked[] {
  return [ask('account:look', { accountId })]
}

function supported(permission: 'account:disable' | 'account:enable' | 'account:second-factor-off' | 'course:admit') {
  return (fixtures: Fixtures) => {
    const { accountId, email } = fixtures.learner
    return [...lookedAt(fixtures), ask(permission, { accountId, email, platform: [], courseId: '' })]
  }
}

function confirming(): Asked[] {
  return [ask('account:confirm-again', { email: '', accountId: null, platform: [] })]
}

function confirmingByList({ institutionId, tutor: { accountId } }: Fixtures): Asked[] {
  return [ask('people:read', { institutionId }), ask('identity:confirm', { institutionId, accountId })]
}

function withdrawal({ institutionId, learner: { accountId } }: Fixtures): Asked[] {
  return [ask('people:read', { institutionId }), ask('identity:withdraw', { institutionId, accountId })]
}
