import { missingIn, type TextBlock } from '@/domain/editorial/text-block'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import type { BlockLabels } from './block-labels'

type Props = {
  path: string
  blocks: readonly TextBlock[]
  labels: BlockLabels
  /** The rendered HTML of the blocks in the languages that are shown, by language and block id. */
  html: ReadonlyMap<Locale, ReadonlyMap<string, string>>
  writes: boolean
  locale: Locale
  t: Translator
}

/** From left to right in every language of the interface, as law is quoted: Arabic on the right. */
const COLUMNS: readonly Locale[] = ['en', 'fr', 'ar']

/** Languages of a text beside one another, block by block. A link leads to those that are not sent at first. */
export function ColumnsView({ path, blocks, labels, html, writes, locale, t }: Props) {
  const missing = new Map(LOCALES.map((each) => [each, new Set(missingIn(blocks, each).map(({ id }) => id))]))
  return (
    <div className="text-columns stack">
      <fieldset className="text-langs">
        <legend className="sr">{t('editorial.text.shown')}</legend>
        {LOCALES.filter((each) => html.has(each)).map((each) => (
          <label key={each}>
            <input type="checkbox" name="shown" value={each} defaultChecked />
            <span lang={each}>{LANGUAGE_NAMES[each]}</span>
          </label>
        ))}
        {html.size < LOCALES.length && (
          <a href={`${href(locale, path)}?view=columns&also=en`}>{t('editorial.text.alsoEnglish')}</a>
        )}
      </fieldset>
      <div>
        {blocks.map((block) => (
          <section key={block.id} className="text-row" id={block.id} aria-label={labels.get(block.id) ?? block.id}>
            <p className="text-block-name xs">
              <a href={`#${block.id}`}>{labels.get(block.id) ?? block.id}</a>
              {writes && (
                <a href={`${href(locale, path)}?at=${encodeURIComponent(block.id)}#at`}>{t('editorial.text.write')}</a>
              )}
            </p>
            {COLUMNS.filter((each) => html.has(each)).map((each) => (
              <div key={each} className="text-col" lang={each} dir={directionOf(each)}>
                <FinishedHtml html={html.get(each)?.get(block.id) ?? ''} />
              </div>
            ))}
            {LOCALES.filter((each) => missing.get(each)?.has(block.id)).map((each) => (
              <p key={each} className="text-gap sm" lang={locale} dir={directionOf(locale)}>
                {t('editorial.text.lacks', { language: LANGUAGE_NAMES[each] })}
              </p>
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}
