import type { Keyword, KeywordFamily } from '@/domain/library/decision'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = {
  groups: readonly { family: KeywordFamily; keywords: readonly Keyword[] }[]
  locale: Locale
  t: Translator
}

/** The decision's keywords by family, each with a link to the decisions that share it. */
export function DecisionKeywords({ groups, locale, t }: Props) {
  return (
    <section className="stack-s" aria-labelledby="keywords">
      <h2 id="keywords">{t('library.cases.keywords')}</h2>
      <dl className="stated keywords">
        {groups.map(({ family, keywords }) => (
          <div key={family}>
            <dt>{t(`library.cases.facet.${family}`)}</dt>
            <dd className="row">
              {keywords.map(({ id, label }) => (
                <a key={id} href={`${href(locale, '/library/cases')}?${family}=${id}`}>
                  {typeset(label[locale], locale)}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
