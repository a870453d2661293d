import { documentPage } from '@/app/document'
import { auditPage } from '../../audit-page'
import { nameOf, openInstitution } from '../open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t } = context
    const { permit, institution } = await openInstitution('audit:read', id)
    return auditPage(context, {
      permit,
      path: `/institutions/${id}/audit`,
      title: t('audit.title'),
      lead: t('audit.lead'),
      crumbs: [{ path: `/institutions/${id}`, label: nameOf(institution, locale) }],
    })
  })
}
