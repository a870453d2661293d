import { ChevronDown, Scale } from 'lucide'
import { citedRows } from '@/domain/library/law-rows'
import type { TextVersion } from '@/domain/library/provision'
import type { Cited } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { capitalise } from '@/i18n/typography'
import { Icon } from './icon'
import { Inline } from './inline'
import { LawBadges, LawBlock, LawNotes } from './law-block'
import { LawCopyNotes } from './law-copy'
import { LawRows } from './law-rows'
import { Text } from './text'

type Props = {
  /** One citation, or several paragraphs of one article. */
  cited: readonly Cited[]
  /** Unique on the page. */
  id: string
  /** The page of the whole article in the library. */
  library: string
  locale: Locale
  t: Translator
}

/**
 * The cited words of the law in the language of the page. The other language, the source and the notes are behind one
 * tap. A provision without its text is shown as `LawBlock` shows it.
 */
export function FoldedLaw({ cited, id, library, locale, t }: Props) {
  const first = cited[0]
  if (!first) return null
  const { version } = first
  if (!('text' in version)) return <LawBlock cited={cited} locale={locale} t={t} id={id} />
  const rows = citedRows(version, cited)
  const open = locale !== 'ar' && rows.some(({ fr }) => fr.length > 0) ? 'fr' : 'ar'
  const other = open === 'fr' ? 'ar' : rows.some(({ fr }) => fr.length > 0) ? 'fr' : null
  const name = cited.length === 1 ? first : { ...first, paragraph: null, item: null }
  return (
    <section className="law folded" aria-labelledby={id} data-law={first.provision.id}>
      <header>
        <h3 id={id}>
          <Icon node={Scale} /> <Text>{capitalise(writeCitation(name, locale))}</Text>
        </h3>
        <p className="row">
          <LawBadges instrument={first.instrument} version={version} t={t} />
        </p>
      </header>
      <LawRows rows={rows} only={open} />
      {locale === 'en' && <InShort version={version} locale={locale} t={t} />}
      <details className={other ? 'law-rest both-languages' : 'law-rest'}>
        <summary>
          {t(other ? 'law.restWithOther' : 'law.rest')} <Icon node={ChevronDown} />
        </summary>
        {other && <LawRows rows={rows} only={other} />}
        {locale !== 'en' && <InShort version={version} locale={locale} t={t} />}
        <LawCopyNotes version={version} rows={rows} locale={locale} t={t} />
        <LawNotes cited={cited} reference locale={locale} t={t} />
        <p className="sm">
          <a href={library}>{t('law.wholeArticle')}</a>
        </p>
      </details>
    </section>
  )
}

function InShort({ version, locale, t }: { version: TextVersion; locale: Locale; t: Translator }) {
  if (!version.summary) return null
  return (
    <p className="law-trap sm">
      <strong>{t('law.inShort')}</strong> <Inline source={version.summary[locale]} locale={locale} />
    </p>
  )
}
