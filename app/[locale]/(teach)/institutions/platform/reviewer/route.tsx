import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ReviewerOfferPage } from '@/components/editorial/reviewer-offer-page'
import { refuseFields } from '@/components/form/refuse-form'
import { readReviewerOffer, reviewerOfferSchema } from '@/domain/editorial/reviewer-offer'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { SCOPE_LIMITS, type Scope } from '@/domain/signoff/scope'
import { type Permit, permitFor, requirePermission } from '@/server/auth/permit'
import { courseTitles, reviewableParts } from '@/server/editorial/parts'
import { offerRole } from '@/server/institution/offer-role'
import { staffDocument } from '../../../staff-document'
import { peopleAddress, peoplePath } from '../../people-forms'

const PATH = '/institutions/platform/reviewer'
const LIMITS = { ...FIELD_LIMITS, reviewFunction: SCOPE_LIMITS.function, reviewBody: SCOPE_LIMITS.body }
const PROBLEMS = { own: 'own-account', held: 'role-held' } as const

type Typed = ReturnType<typeof readReviewerOffer>

/** Offers the review of texts to an address. */
export const { GET, POST } = formPage({
  permit: mayOffer,
  page: async ({ locale, t }, _, state) => {
    const about = { path: PATH, back: peoplePath(null), parts: await reviewableParts(), courses: await courseTitles() }
    const main = <ReviewerOfferPage {...about} state={state} locale={locale} t={t} />
    return staffDocument(t('editorial.offer.title'), main)
  },
  read: readReviewerOffer,
  typed: (form) => ({ values: readReviewerOffer(form) }),
  act: offer,
  done: (_, context) => peopleAddress(context, null, 'offered'),
})

/** The page is open only to a person who may offer the role of reviewer. */
async function mayOffer({ caller }: Context): Promise<Permit<'people:read'>> {
  const permit = await requirePermission(caller, 'people:read', { institutionId: null })
  permitFor(permit.actor, 'role:offer', { institutionId: null, accountId: null, role: 'reviewer' })
  return permit
}

async function offer(
  permit: Permit<'people:read'>,
  typed: Typed,
  { locale, t }: Pick<Context, 'locale' | 't'>,
): Promise<Refused | null> {
  const { data, error } = reviewerOfferSchema(await reviewableParts()).safeParse(typed)
  if (!data) return { refused: refuseFields(t, fieldProblems(error), typed, LIMITS) }
  const { reviewFunction, reviewBody, areas, parts, languages, ...person } = data
  const scope: Scope = { areas, parts, languages, function: reviewFunction, body: reviewBody }
  const { status } = await offerRole(permit, { ...person, role: 'reviewer', scope, locale }, new Date())
  return status === 'offered' ? null : { refused: refuseFields(t, { email: PROBLEMS[status] }, typed) }
}
