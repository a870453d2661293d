import type { ComparedVersions } from '@/domain/library/compared-wording'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Text } from '../ui/text'
import { VersionComparison } from '../ui/version-comparison'

type Props = {
  compared: ComparedVersions
  /** The address of the link that closes the comparison. */
  path: string
  locale: Locale
  t: Translator
}

const LANGUAGE = { ar: 'library.law.inArabic', fr: 'library.law.inFrench', en: 'library.law.inEnglish' } as const

/** Two versions of a provision, the older first, language by language. */
export function Comparison({ compared: { before, after, wordings }, path, locale, t }: Props) {
  return (
    <section className="stack-s" aria-labelledby="compare">
      <h2 id="compare">
        <Text>{t('library.law.comparison', { before, after })}</Text>
      </h2>
      <p className="sm muted">{t('library.law.comparisonLead')}</p>
      {wordings.map(({ language, rows }) => (
        <div key={language} className="stack-s">
          <h3>{t(LANGUAGE[language])}</h3>
          <VersionComparison
            language={language}
            rows={rows}
            before={t('library.law.otherVersion', { id: before })}
            after={t('library.law.otherVersion', { id: after })}
            none={t('library.law.noSuchParagraph')}
            locale={locale}
          />
        </div>
      ))}
      <p>
        <a className="btn" href={path}>
          {t('library.law.closeComparison')}
        </a>
      </p>
    </section>
  )
}
