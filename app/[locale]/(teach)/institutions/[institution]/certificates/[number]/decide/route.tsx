import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { isolateLtr } from '@/components/ui/ref'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { answerSchema, readAnswer } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { noteShown } from '@/server/audit/note-views'
import { requirePermission } from '@/server/auth/permit'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { openHeld } from '@/server/certificate/held'
import { seeOther } from '@/server/respond'
import { teachPage } from '../../../../teach-page'
import { nameOf } from '../../../open-institution'
import { Stated } from '../stated'
import { Decision } from './decision'

type Context = { params: Promise<{ locale: string; institution: string; number: string }> }
type Named = { institution: string; number: string }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, ...named } = await params
  return documentPage(request, locale, (context) => decidePage(context, named))
}

/** The second person says yes or no. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, ...named } = await params
  const path = `/institutions/${named.institution}/certificates/${named.number}`
  return formPage(request, locale, `${path}/decide`, async (form) => {
    const { decision } = await openHeld(named.institution, named.number)
    const permit = await requirePermission('certificate:decide', decision)
    const why = form.get('answer') === 'refuse' ? readReason(form, translator(locale as Locale)) : null
    if (why && 'refused' in why)
      return documentPage(request, locale, (context) => decidePage(context, named, why.refused))
    const { data } = answerSchema.safeParse(readAnswer(form))
    if (!data) throw new AppError('invalid-input', 'answer to a proposal')
    const done = await decideProposal(permit, data, new Date())
    return seeOther(`/${locale}${path}?done=${done}`)
  })
}

async function decidePage(context: DocumentContext, { institution: id, number }: Named, state?: FormState) {
  const { locale, t } = context
  const { permit, institution, open, facts, names, reason, target, decision } = await openHeld(id, number)
  const certificate = `/institutions/${id}/certificates/${target.number}`
  // Answered meanwhile: how, stands there.
  if (!open) return seeOther(href(locale, certificate))
  await requirePermission('certificate:decide', decision)
  await noteShown('certificate-viewed', permit, [target.holderId], new Date())
  const action = href(locale, `${certificate}/decide`)
  return teachPage(context, {
    title: t('proposals.decide.title'),
    crumbs: [
      { path: `/institutions/${id}`, label: nameOf(institution, locale) },
      { path: `/institutions/${id}/certificates`, label: t('proposals.title') },
      { path: certificate, label: t('proposals.one', { number: isolateLtr(formatCertificateNumber(target.number)) }) },
    ],
    state,
    children: (
      <>
        <Decision open={open} inForce={facts.status === 'valid'} action={action} state={state} locale={locale} t={t} />
        <Stated certificate={{ facts, reason, ...names }} locale={locale} t={t} />
      </>
    ),
  })
}
