import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import type { FormState } from '@/components/form/form-state'
import { InstitutionArchivePage } from '@/components/institution/reason-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/cohort/name-in'
import { archiveInstitution } from '@/server/institution/institutions'
import { openInstitution } from '@/server/institution/open-institution'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../../staff-document'

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

async function archivePage({ locale, t }: DocumentContext, id: string, state?: FormState) {
  const { institution } = await openInstitution('institution:archive', id)
  const about = { id, name: nameIn(institution, locale), state, locale, t }
  return staffForm(t('institutions.archive'), <InstitutionArchivePage {...about} />, state, t)
}
