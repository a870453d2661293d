import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { refuseFields } from '@/app/refuse-form'
import { href } from '@/components/shell/paths'
import { isolateLtr, Ref } from '@/components/ui/ref'
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
import { teachPage } from '../../../teach-page'
import { nameOf } from '../../open-institution'
import { History } from './history'
import { OpenProposal } from './open-proposal'
import { ProposeForms, type Refused } from './propose-forms'
import { Stated } from './stated'

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

async function certificatePage(context: DocumentContext, { institution: id, number }: Named, refused?: Refused) {
  const { locale, t } = context
  const held = await openHeld(id, number)
  const { permit, institution, facts, names, reason, proposals, open, target, decision } = held
  await noteShown('certificate-viewed', permit, [target.holderId], new Date())
  const path = href(locale, `/institutions/${id}/certificates/${target.number}`)
  const shown = formatCertificateNumber(target.number)
  const mayPropose = decide(permit.actor, 'certificate:propose', target) === 'allowed'
  return teachPage(context, {
    title: t('proposals.one', { number: isolateLtr(shown) }),
    heading: t.rich('proposals.heading', { number: () => <Ref key="number">{shown}</Ref> }),
    crumbs: [
      { path: `/institutions/${id}`, label: nameOf(institution, locale) },
      { path: `/institutions/${id}/certificates`, label: t('proposals.title') },
    ],
    state: refused?.state,
    children: (
      <>
        <Stated certificate={{ facts, reason, ...names }} locale={locale} t={t} />
        {open && (
          <OpenProposal open={open} decision={decision} reader={permit.actor} path={path} locale={locale} t={t} />
        )}
        {!open && facts.status !== 'valid' && <p className="note">{t('proposals.ended')}</p>}
        {!open && facts.status === 'valid' && !mayPropose && <p className="note">{t('proposals.own')}</p>}
        {!open && facts.status === 'valid' && mayPropose && (
          <ProposeForms action={path} names={names} refused={refused} t={t} />
        )}
        <History decided={proposals.filter(({ decision }) => decision !== null)} locale={locale} t={t} />
      </>
    ),
  })
}
