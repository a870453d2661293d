import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { changeInstitution } from '@/server/institution/institutions'
import { seeOther } from '@/server/respond'
import { InstitutionForm, readInstitutionForm } from '../../institution-form'
import { teachPage } from '../../teach-page'
import { nameOf, openInstitution } from '../open-institution'

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

async function editPage(context: DocumentContext, id: string, state?: FormState) {
  const { locale, t } = context
  const { institution } = await openInstitution('institution:change', id)
  return teachPage(context, {
    title: t('institutions.edit'),
    lead: t('institutions.editLead'),
    crumbs: [{ path: `/institutions/${id}`, label: nameOf(institution, locale) }],
    state,
    children: (
      <InstitutionForm
        action={href(locale, `/institutions/${id}/edit`)}
        values={institution}
        submit={t('fields.save')}
        state={state}
        locale={locale}
        t={t}
      />
    ),
  })
}
