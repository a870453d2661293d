import { formPage, type Refused } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { HeldCertificatePage } from '@/components/certificate/held-certificate-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { isolateLtr } from '@/components/ui/ref'
import { decide } from '@/domain/auth/policy'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { type NewProposal, PROPOSED_ACTS, proposalSchema, readProposal } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { noteShown } from '@/server/auth/note-views'
import { openHeld } from '@/server/certificate/held'
import { propose } from '@/server/certificate/propose'
import { doneIn, staffDocument } from '../../../../staff-document'
import { type HeldCertificate, type HeldContext, heldCrumbs, heldPath, heldToPropose } from './held'

export const GET = page<'institution' | 'number'>(async (context) => {
  const { caller, params } = context
  return certificatePage(context, await openHeld(caller, params.institution, params.number), UNTOUCHED)
})

/** Proposes that the certificate be revoked or reissued. */
export const { POST } = formPage({
  permit: heldToPropose,
  page: (context, { held }, state) => certificatePage(context, held, state),
  read: readForm,
  act: ({ permit }, proposal, { params }) => propose(permit, params.institution, proposal, new Date()),
  done: (_, context) => href(context.locale, `${heldPath(context)}?done=proposed`),
})

/** @throws {AppError} invalid-input if the form names no known kind of proposal. */
function readForm(form: FormData, { t }: HeldContext): NewProposal | Refused {
  const typed = readProposal(form)
  const act = PROPOSED_ACTS.find((one) => one === typed.act)
  if (!act) throw new AppError('invalid-input', 'no such act')
  const { data, error } = proposalSchema.safeParse(typed)
  return data ?? { refused: { ...refuseFields(t, fieldProblems(error), typed), form: act } }
}

async function certificatePage(context: HeldContext, held: HeldCertificate, state: FormState) {
  const { locale, t, query } = context
  const { permit, institution, facts, names, reason, proposals, open, target, decision } = held
  const { actor } = permit
  await noteShown('certificate-viewed', permit, [target.holderId], new Date())
  const reader = {
    mayPropose: decide(actor, 'certificate:propose', target) === 'allowed',
    mayDecide: decide(actor, 'certificate:decide', decision) !== 'forbidden',
    isProposer: open !== null && open.proposedById === actor.accountId,
    isHolder: target.holderId === actor.accountId,
  }
  const main = (
    <HeldCertificatePage
      path={`/institutions/${institution.id}/certificates/${target.number}`}
      crumbs={heldCrumbs(institution, context)}
      done={doneIn(query)}
      certificate={{ facts, reason, ...names }}
      proposals={proposals}
      reader={reader}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('proposals.one', { number: isolateLtr(formatCertificateNumber(target.number)) }), main)
}
