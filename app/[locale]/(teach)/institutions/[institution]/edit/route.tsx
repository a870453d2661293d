import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import type { FormState } from '@/components/form/form-state'
import { InstitutionEditPage } from '@/components/institution/edit-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/cohort/name-in'
import { library } from '@/server/content/library'
import { changeInstitution } from '@/server/institution/institutions'
import { openInstitution } from '@/server/institution/open-institution'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../../staff-document'
import { readInstitutionForm } from '../../read-institution-form'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => editPage(context, institution))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: id } = await params
  return formPage(request, locale, `/institutions/${id}/edit`, async (form) => {
    const { permit } = await openInstitution('institution:change', id)
    return documentPage(request, locale, async (context) => {
      const read = readInstitutionForm(form, context.t)
      if ('refused' in read) return editPage(context, id, read.refused)
      await changeInstitution(permit, read.fields, new Date())
      return seeOther(`${href(context.locale, `/institutions/${id}`)}?done=saved`)
    })
  })
}

async function editPage({ locale, t }: DocumentContext, id: string, state?: FormState) {
  const { institution } = await openInstitution('institution:change', id)
  const { regions } = library()
  const about = { id, name: nameIn(institution, locale), values: institution, state, regions, locale, t }
  return staffForm(t('institutions.edit'), <InstitutionEditPage {...about} />, state, t)
}
