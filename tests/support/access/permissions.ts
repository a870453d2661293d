import type { Permission, Targets } from '@/domain/auth/policy'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Asked, Fixtures } from './access'

export const ask = <P extends Permission>(permission: P, target: Targets[P]) => ({ permission, target }) as Asked
/** The permissions that are asked for such a target. */
type PermissionOn<Target> = { [P in Permission]: Target extends Targets[P] ? P : never }[Permission]

export const at =
  (permission: PermissionOn<{ institutionId: string }>) =>
  ({ institutionId }: Fixtures) => [ask(permission, { institutionId })]
export const everywhere = (permission: PermissionOn<{ institutionId: null }>) => () => [
  ask(permission, { institutionId: null }),
]

export const readSurvey = ({ institutionId }: Fixtures) => [ask('survey:read', { institutionId, tutorIds: [] })]

export const nation = () => [ask('nation:read', {})]

export const ofCohort =
  (permission: PermissionOn<Targets['cohort:read']>) =>
  ({ cohort }: Fixtures) => [ask(permission, cohort)]

export const ofSeminar = ({ seminar }: Fixtures) => [ask('seminar:change', seminar)]
export const runsSeminar = ({ seminar }: Fixtures) => [ask('seminar:run', seminar)]

/** The lesson that the addresses of the review name. */
const TEXT: TextKey = { kind: 'lesson', id: 'fundamentals/offence' }
export const mayReadText = () => [ask('editorial:read', { text: TEXT })]
export const writesText = () => [...mayReadText(), ask('editorial:comment', { text: TEXT })]
export const proposesIt = () => [...mayReadText(), ask('editorial:propose', { text: TEXT })]
/** Any lesson of the course: permissions are the same for all of them. */
export const proposesNew = () => [ask('editorial:propose', { text: { kind: 'lesson', id: 'fundamentals/new' } })]
export const signsIt = () => [
  ...writesText(),
  ask('editorial:sign', { text: TEXT, language: 'fr', area: 'legal', proposed: false, otherArea: false }),
]
/** Any entry of the glossary: permissions are the same for all of them. */
const TERM: TextKey = { kind: 'term', id: 'term' }
export const readsTerms = () => [ask('editorial:read', { text: TERM })]
export const signsTerms = () => [
  ...readsTerms(),
  ask('editorial:sign', { text: TERM, language: 'fr', area: 'legal', proposed: false, otherArea: false }),
]

export const offersReview = () => [
  ask('people:read', { institutionId: null }),
  ask('role:offer', { institutionId: null, accountId: null, role: 'reviewer' }),
]
export const COURT = {
  kind: 'court',
  nameArabic: 'محكمة الاستئناف بفاس',
  nameLatin: 'Cour d’appel de Fès',
  region: '03',
}
export const PEOPLE_PAGE = '/ar/institutions/{institution}/people'

export function lookedAt({ learner: { accountId } }: Fixtures): Asked[] {
  return [ask('account:look', { accountId })]
}

export function supported(
  permission: 'account:disable' | 'account:enable' | 'account:second-factor-off' | 'course:admit',
) {
  return (fixtures: Fixtures) => {
    const { accountId, email } = fixtures.learner
    return [...lookedAt(fixtures), ask(permission, { accountId, email, platform: [], courseId: '' })]
  }
}

export function confirming(): Asked[] {
  return [ask('account:confirm-again', { email: '', accountId: null, platform: [] })]
}

export function confirmingByList({ institutionId, tutor: { accountId } }: Fixtures): Asked[] {
  return [ask('people:read', { institutionId }), ask('identity:confirm', { institutionId, accountId })]
}

export function withdrawal({ institutionId, learner: { accountId } }: Fixtures): Asked[] {
  return [ask('people:read', { institutionId }), ask('identity:withdraw', { institutionId, accountId })]
}
