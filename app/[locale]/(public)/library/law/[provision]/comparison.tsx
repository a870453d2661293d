import { VersionComparison } from '@/components/library/version-comparison'
import { Text } from '@/components/ui/text'
import { paragraphsIn } from '@/domain/library/compared-wording'
import type { Provision, ProvisionVersion } from '@/domain/library/provision'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { compareWordings } from '@/server/library/compare-versions'

type Comparing = {
  provision: Provision
  shown: ProvisionVersion
  other: ProvisionVersion
  /** Where closing it leads. */
  path: string
  locale: Locale
  t: Translator
}

const LANGUAGE = { ar: 'library.law.inArabic', fr: 'library.law.inFrench', en: 'library.law.inEnglish' } as const

/** The version on the page and another one, the older first, in each language that both of them have. */
export function comparisonOf({ provision, shown, other, path, locale, t }: Comparing) {
  const versions: readonly ProvisionVersion[] = provision.versions
  const [after, before] = versions.indexOf(shown) < versions.indexOf(other) ? [shown, other] : [other, shown]
  // A card is told in every language: the reader's is enough.
  const languages = provision.kind === 'card' ? [locale] : LOCALES
  const compared = languages.flatMap((language) => {
    const [old, now] = [paragraphsIn(before, language), paragraphsIn(after, language)]
    return old.length > 0 && now.length > 0 ? [{ language, rows: compareWordings(old, now) }] : []
  })
  return (
    <section className="stack-s" aria-labelledby="compare">
      <h2 id="compare">
        <Text>{t('library.law.comparison', { before: before.id, after: after.id })}</Text>
      </h2>
      <p className="sm muted">{t('library.law.comparisonLead')}</p>
      {compared.map(({ language, rows }) => (
        <div key={language} className="stack-s">
          <h3>{t(LANGUAGE[language])}</h3>
          <VersionComparison
            language={language}
            rows={rows}
            before={t('library.law.otherVersion', { id: before.id })}
            after={t('library.law.otherVersion', { id: after.id })}
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
