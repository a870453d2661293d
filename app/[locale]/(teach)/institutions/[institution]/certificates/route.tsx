import { documentPage } from '@/app/document'
import { href } from '@/components/shell/paths'
import { Pager } from '@/components/ui/pager'
import { SearchBox } from '@/components/ui/search-box'
import { formatNumber } from '@/i18n/translator'
import { heldCertificates } from '@/server/certificate/held'
import { readListQuery, writeListQuery } from '../../list-query'
import { teachPage } from '../../teach-page'
import { nameOf, openInstitution } from '../open-institution'
import { CertificateTable } from './certificate-table'
import { OpenProposals } from './open-proposals'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** The certificates of who learns in an institution: what waits for a second person stands on top. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t, query } = context
    const { permit, institution } = await openInstitution('certificate:list', id)
    const asked = readListQuery(query)
    const { certificates, more, open } = await heldCertificates(permit, asked.typed, asked.page, new Date())
    const path = href(locale, `/institutions/${id}/certificates`)
    const turned = (pages: number) => `${path}${writeListQuery({ ...asked, page: asked.page + pages })}`
    return teachPage(context, {
      title: t('proposals.title'),
      lead: t('proposals.lead'),
      crumbs: [{ path: `/institutions/${id}`, label: nameOf(institution, locale) }],
      children: (
        <>
          <OpenProposals open={open} path={path} locale={locale} t={t} />
          <SearchBox
            action={path}
            label={t('proposals.search')}
            hint={t('proposals.searchHint')}
            button={t('proposals.searchButton')}
            value={asked.typed}
          />
          {certificates.length === 0 && (
            <p className="note">{t(asked.typed ? 'proposals.noMatch' : 'proposals.none')}</p>
          )}
          {certificates.length > 0 && (
            <CertificateTable certificates={certificates} path={path} locale={locale} t={t} />
          )}
          {asked.typed && (
            <p>
              <a href={path}>{t('proposals.all')}</a>
            </p>
          )}
          <Pager
            label={t('proposals.pages')}
            text={t('proposals.page', { page: formatNumber(asked.page, locale) })}
            before={asked.page > 1 ? { href: turned(-1), label: t('cohorts.people.earlier') } : null}
            after={more ? { href: turned(1), label: t('cohorts.people.later') } : null}
          />
        </>
      ),
    })
  })
}
