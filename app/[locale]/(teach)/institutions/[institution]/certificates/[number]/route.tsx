import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { HeldCertificatePage } from '@/components/certificate/held-certificate-page'
import type { Refused } from '@/components/certificate/propose-forms'
import { refuseFields } from '@/components/form/refuse-form'
import { isolateLtr } from '@/components/ui/ref'
import { decide } from '@/domain/auth/policy'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { PROPOSED_ACTS, proposalSchema, readProposal } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { noteShown } from '@/server/audit/note-views'
import { requirePermission } from '@/server/auth/permit'
import { openHeld } from '@/server/certificate/held'
import { propose } from '@/server/certificate/propose'
import { seeOther } from '@/server/respond'
import { doneIn, staffForm } from '../../../../staff-document'
import { heldCrumbs } from './held-crumbs'

type Context = { params: Promise<{ locale: string; institution: string; number: string }> }
type Named = { institution: string; number: string }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, ...named } = await params
  return documentPage(request, locale, (context) => certificatePage(context, named))
}

/** Asks that the certificate be revoked or reissued. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, ...named } = await params
  const path = `/institutions/${named.institution}/certificates/${named.number}`
  return formPage(request, locale, path, async (form) => {
    const { target } = await openHeld(named.institution, named.number)
    const permit = await requirePermission('certificate:propose', target)
    const read = readForm(form, translator(locale as Locale))
    if ('refused' in read)
      return documentPage(request, locale, (context) => certificatePage(context, named, read.refused))
    await propose(permit, named.institution, read.proposal, new Date())
    return seeOther(`/${locale}${path}?done=proposed`)
  })
}

/** @throws {AppError} invalid-input when no such thing can be proposed. */
function readForm(form: FormData, t: Translator) {
  const typed = readProposal(form)
  const act = PROPOSED_ACTS.find((one) => one === typed.act)
  if (!act) throw new AppError('invalid-input', 'no such act')
  const { data, error } = proposalSchema.safeParse(typed)
  return data ? { proposal: data } : { refused: { act, state: refuseFields(t, fieldProblems(error), typed) } }
}

async function certificatePage({ locale, t, query }: DocumentContext, named: Named, refused?: Refused) {
  const held = await openHeld(named.institution, named.number)
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
      crumbs={heldCrumbs(institution, locale, t)}
      done={doneIn(query)}
      certificate={{ facts, reason, ...names }}
      proposals={proposals}
      reader={reader}
      refused={refused}
      locale={locale}
      t={t}
    />
  )
  const title = t('proposals.one', { number: isolateLtr(formatCertificateNumber(target.number)) })
  return staffForm(title, main, refused?.state, t)
}
