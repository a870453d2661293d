import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import { DecisionPage } from '@/components/certificate/decision-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { answerSchema, readAnswer } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { noteShown } from '@/server/audit/note-views'
import { requirePermission } from '@/server/auth/permit'
import { decideProposal } from '@/server/certificate/decide-proposal'
import { openHeld } from '@/server/certificate/held'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../../../../staff-document'
import { heldCrumbs } from '../held-crumbs'

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

async function decidePage({ locale, t }: DocumentContext, { institution: id, number }: Named, state?: FormState) {
  const { permit, institution, open, facts, names, reason, target, decision } = await openHeld(id, number)
  const path = `/institutions/${id}/certificates/${target.number}`
  // Answered meanwhile: how, stands there.
  if (!open) return seeOther(href(locale, path))
  await requirePermission('certificate:decide', decision)
  await noteShown('certificate-viewed', permit, [target.holderId], new Date())
  const certificate = { facts, reason, ...names }
  const crumbs = heldCrumbs(institution, locale, t)
  const main = (
    <DecisionPage
      path={path}
      crumbs={crumbs}
      open={open}
      certificate={certificate}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return staffForm(t('proposals.decide.title'), main, state, t)
}
