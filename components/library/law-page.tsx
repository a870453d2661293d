import { isWhole, type Shelf } from '@/domain/library/shelves'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Text } from '../ui/text'
import { LibraryFrame } from './library-frame'
import { ProvisionList, WholeTexts } from './provision-list'

type Props = { shelves: readonly Shelf[]; locale: Locale; t: Translator }

/** Every provision of the library, by instrument. */
export function LawPage({ shelves, locale, t }: Props) {
  const several = shelves.filter((shelf) => !isWhole(shelf))
  return (
    <LibraryFrame
      title={t('library.law.title')}
      lead={t('library.law.lead')}
      contents={
        <nav aria-label={t('library.law.contents')}>
          <ul className="plain row sm jump">
            {several.map(({ instrument }) => (
              <li key={instrument.id}>
                <a href={`#${instrument.id}`}>
                  <Text locale={locale}>{typeset(capitalise(instrument.shortName[locale]), locale)}</Text>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
      locale={locale}
      t={t}
    >
      {several.map((shelf) => (
        <ProvisionList key={shelf.instrument.id} shelf={shelf} locale={locale} t={t} />
      ))}
      <WholeTexts shelves={shelves.filter(isWhole)} locale={locale} t={t} />
    </LibraryFrame>
  )
}
