import { formPage, type Refused } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { DecisionPage } from '@/components/certificate/decision-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { answerSchema, type ProposalAnswer, readAnswer } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import { noteShown } from '@/server/auth/note-views'
import { permitFor } from '@/server/auth/permit'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { openHeld } from '@/server/certificate/held'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'
import { readReason } from '../../../../read-reason'
import { type HeldCertificate, type HeldContext, heldCrumbs, heldPath } from '../held'

export const GET = page<'institution' | 'number'>(async (context) => {
  const held = await openHeld(context.caller, context.params.institution, context.params.number)
  // The proposal was decided meanwhile; the certificate's page shows the decision.
  if (!held.open) return seeOther(href(context.locale, heldPath(context)))
  permitFor(held.permit.actor, 'certificate:decide', held.decision)
  return decidePage(context, held, UNTOUCHED)
})

/** A second person approves or rejects a proposal. */
export const { POST } = formPage({
  permit: async ({ caller, params }: HeldContext) => {
    const held = await openHeld(caller, params.institution, params.number)
    return { held, permit: permitFor(held.permit.actor, 'certificate:decide', held.decision) }
  },
  page: (context, { held }, state) => decidePage(context, held, state),
  read: readForm,
  act: ({ permit }, answer) => decideProposal(permit, answer, new Date()),
  done: (done, context) => href(context.locale, `${heldPath(context)}?done=${done}`),
})

/** @throws {AppError} invalid-input */
function readForm(form: FormData, context: HeldContext): ProposalAnswer | Refused {
  const why = form.get('answer') === 'refuse' ? readReason(form, context) : null
  if (why && 'refused' in why) return why
  const { data } = answerSchema.safeParse(readAnswer(form))
  if (!data) throw new AppError('invalid-input', 'answer to a proposal')
  return data
}

async function decidePage(context: HeldContext, held: HeldCertificate, state: FormState) {
  const { locale, t } = context
  const { permit, institution, open, facts, names, reason, target } = held
  const path = `/institutions/${institution.id}/certificates/${target.number}`
  if (!open) return seeOther(href(locale, path))
  await noteShown('certificate-viewed', permit, [target.holderId], new Date())
  const about = { path, crumbs: heldCrumbs(institution, context), open, certificate: { facts, reason, ...names } }
  return staffDocument(t('proposals.decide.title'), <DecisionPage {...about} state={state} locale={locale} t={t} />)
}
