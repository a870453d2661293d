import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { ReasonForm } from '@/components/ui/reason-form'
import { archiveInstitution } from '@/server/institution/institutions'
import { seeOther } from '@/server/respond'
import { teachPage } from '../../teach-page'
import { nameOf, openInstitution } from '../open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => archivePage(context, institution))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: id } = await params
  return formPage(request, locale, `/institutions/${id}/archive`, async (form) => {
    const { permit } = await openInstitution('institution:archive', id)
    return documentPage(request, locale, async (context) => {
      const read = readReason(form, context.t)
      if ('refused' in read) return archivePage(context, id, read.refused)
      await archiveInstitution(permit, read.reason, new Date())
      return seeOther(`${href(context.locale, '/institutions')}?done=archived`)
    })
  })
}

async function archivePage(context: DocumentContext, id: string, state?: FormState) {
  const { locale, t } = context
  const { institution } = await openInstitution('institution:archive', id)
  return teachPage(context, {
    title: t('institutions.archive'),
    lead: t('institutions.archiveLead'),
    crumbs: [{ path: `/institutions/${id}`, label: nameOf(institution, locale) }],
    state,
    children: (
      <ReasonForm
        action={href(locale, `/institutions/${id}/archive`)}
        hint={t('fields.reasonAudit')}
        submit={t('institutions.archiveButton')}
        state={state}
        t={t}
      />
    ),
  })
}
