import { LOCALES, type Locale } from '@/domain/locale'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { ProposalParts } from '../proposal-page'
import { type Preview, PreviewOf } from '../source-page'

type Parts = React.ComponentProps<typeof ProposalParts>
type Props = Omit<Parts, 'address' | 'language'> & {
  preview: Preview | null
  /** The language in which it is shown. */
  previewed: Locale
  /** The new files; `changes` are the changes of existing files. */
  files: readonly { path: string; text: string }[]
}

/** A proposed lesson or translation whose text has no page yet: how it would be read, its files, and the decision. */
export function CreationPage({ preview, previewed, files, ...parts }: Props) {
  const { proposal, locale, t } = parts
  // The text is a file in each language: all at once are a heavy page.
  const others = LOCALES.filter((each) => each !== previewed).map((each) => `/${each}.md`)
  const shown = files.filter(({ path }) => !others.some((end) => path.endsWith(end)))
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
      <PreviewOf
        preview={preview}
        only={{ language: previewed, hrefOf: (language) => `${address}?preview=${language}#preview-${language}` }}
        t={t}
      />
      <p className="sm muted">{t('editorial.new.filesShown', { language: LANGUAGE_NAMES[previewed] })}</p>
      {shown.map(({ path, text }) => (
        <details key={path} className="card">
          <summary>
            <bdi dir="ltr">{path}</bdi>
          </summary>
          <div className="text-said" dir="auto">
            {text}
          </div>
        </details>
      ))}
      <ProposalParts {...parts} address={address} language={locale} />
    </main>
  )
}
