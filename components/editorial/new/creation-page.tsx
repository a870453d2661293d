import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { ProposalParts } from '../proposal-page'
import { type Preview, PreviewOf } from '../source-page'

type Parts = React.ComponentProps<typeof ProposalParts>
type Props = Omit<Parts, 'address' | 'language'> & { preview: Preview | null }

/** A proposed lesson or translation whose text has no page yet: its files, how it would be read, and the decision. */
export function CreationPage({ preview, ...parts }: Props) {
  const { proposal, locale, t } = parts
  const address = href(locale, `/review/new/proposals/${proposal.id}`)
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[
          { href: href(locale, '/review'), label: t('editorial.title') },
          { href: href(locale, '/review/new'), label: t('editorial.new.title') },
        ]}
      />
      <h1>{t('editorial.new.proposal')}</h1>
      <PreviewOf preview={preview} t={t} />
      <ProposalParts {...parts} address={address} language={locale} />
    </main>
  )
}
