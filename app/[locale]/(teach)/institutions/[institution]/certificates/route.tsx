import { page } from '@/app/http/get-page'
import { HeldCertificatesPage } from '@/components/certificate/held-certificates-page'
import { readListQuery } from '@/domain/institution/list-query'
import { nameIn } from '@/domain/person/name-in'
import { heldCertificates } from '@/server/certificate/held'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'

export const GET = page<'institution'>(async ({ locale, t, query, params, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'certificate:list', params.institution)
  const asked = readListQuery(query)
  const path = `/institutions/${institution.id}`
  const main = (
    <HeldCertificatesPage
      path={`${path}/certificates`}
      crumbs={[{ path, label: nameIn(institution, locale) }]}
      asked={asked}
      {...(await heldCertificates(permit, asked.typed, asked.page, new Date()))}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('proposals.title'), main)
})
