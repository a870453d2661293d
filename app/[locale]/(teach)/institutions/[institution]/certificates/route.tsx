import { documentPage } from '@/app/document'
import { HeldCertificatesPage } from '@/components/certificate/held-certificates-page'
import { nameIn } from '@/domain/cohort/name-in'
import { readListQuery } from '@/domain/institution/list-query'
import { heldCertificates } from '@/server/certificate/held'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { permit, institution } = await openInstitution('certificate:list', id)
    const asked = readListQuery(query)
    const main = (
      <HeldCertificatesPage
        path={`/institutions/${id}/certificates`}
        crumbs={[{ path: `/institutions/${id}`, label: nameIn(institution, locale) }]}
        asked={asked}
        {...(await heldCertificates(permit, asked.typed, asked.page, new Date()))}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(t('proposals.title'), main)
  })
}
