import type { ListQuery } from '@/domain/institution/list-query'
import { writeListQuery } from '@/domain/institution/list-query'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { pageLink } from '../ui/pager'
import { SearchBox } from '../ui/search-box'
import { StaffList } from '../ui/staff-list'
import { type Crumb, StaffPage } from '../ui/staff-page'
import { CertificateTable, type HeldCertificate } from './certificate-table'
import { OpenProposals, type WaitingProposal } from './open-proposals'

type Props = {
  /** The address of this page, without its language. */
  path: string
  crumbs: readonly Crumb[]
  /** The filter and page of the list, from the address. */
  asked: ListQuery
  certificates: readonly HeldCertificate[]
  /** There are more of them on the next page. */
  more: boolean
  open: readonly WaitingProposal[]
  locale: Locale
  t: Translator
}

/** The certificates of those who learn in an institution: what waits for a second person stands on top. */
export function HeldCertificatesPage({ path, crumbs, asked, certificates, more, open, locale, t }: Props) {
  const here = href(locale, path)
  const turned = (pages: number) => here + writeListQuery({ ...asked, page: asked.page + pages })
  const none = t(asked.typed ? 'proposals.noMatch' : 'proposals.none')
  return (
    <StaffPage heading={t('proposals.title')} lead={t('proposals.lead')} crumbs={crumbs} locale={locale} t={t}>
      <OpenProposals open={open} path={here} locale={locale} t={t} />
      <SearchBox
        action={here}
        label={t('proposals.search')}
        hint={t('proposals.searchHint')}
        button={t('proposals.searchButton')}
        value={asked.typed}
      />
      <StaffList
        none={certificates.length === 0 ? none : null}
        also={
          asked.typed && (
            <p>
              <a href={here}>{t('proposals.all')}</a>
            </p>
          )
        }
        pages={{
          label: t('proposals.pages'),
          text: t('proposals.page', { page: formatNumber(asked.page, locale) }),
          before: pageLink(asked.page > 1 ? turned(-1) : null, t('cohorts.people.earlier')),
          after: pageLink(more ? turned(1) : null, t('cohorts.people.later')),
        }}
        t={t}
      >
        <CertificateTable certificates={certificates} path={here} locale={locale} t={t} />
      </StaffList>
    </StaffPage>
  )
}
