import type { Locale, Localized } from '@/domain/locale'
import type { HardestElements } from '@/domain/practice/hardest-elements'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Props = {
  grids: readonly { id: string; title: Localized; elements: HardestElements }[]
  locale: Locale
  t: Translator
}

/** What a cohort finds hard in its grids, in words: no figures are shown, and no result of fewer than five people. */
export function HardestSection({ grids, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="hardest">
      <h2 id="hardest">{t('casework.hardest.title')}</h2>
      <p className="sm muted prose">{t('casework.hardest.rule')}</p>
      {grids.length === 0 && <p>{t('casework.hardest.none')}</p>}
      {grids.map(({ id, title, elements }) => (
        <section key={id} className="card stack-s" aria-labelledby={`hard-${id}`}>
          <h3 id={`hard-${id}`}>{typeset(title[locale], locale)}</h3>
          <ul className="plain stack-s">
            {elements.map(({ element, band }) => (
              <li key={element} className="row">
                <span>{t(`casework.grid.element.${element}`)}</span>
                <span className="chip">{t(`casework.hardest.${band}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
