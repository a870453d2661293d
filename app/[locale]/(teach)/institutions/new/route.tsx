import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import type { FormState } from '@/components/form/form-state'
import { InstitutionNewPage } from '@/components/institution/edit-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { createInstitution } from '@/server/institution/institutions'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../staff-document'
import { readInstitutionForm } from '../read-institution-form'

type Context = { params: Promise<{ locale: string }> }
const PATH = '/institutions/new'

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) => {
    await requirePermission('institution:create', {})
    return newPage(context, crypto.randomUUID())
  })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return formPage(request, locale, PATH, async (form) => {
    const permit = await requirePermission('institution:create', {})
    const draft = readId(form.get('draft'))
    if (!draft) throw new AppError('invalid-input', 'draft')
    return documentPage(request, locale, async (context) => {
      const read = readInstitutionForm(form, context.t)
      if ('refused' in read) return newPage(context, draft, read.refused)
      await createInstitution(permit, draft, read.fields, new Date())
      return seeOther(`${href(context.locale, `/institutions/${draft}/people`)}?done=created`)
    })
  })
}

function newPage({ locale, t }: DocumentContext, draft: string, state?: FormState) {
  const about = { path: PATH, draft, state, regions: library().regions, locale, t }
  return staffForm(t('institutions.create'), <InstitutionNewPage {...about} />, state, t)
}
