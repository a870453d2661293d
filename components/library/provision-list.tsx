import type { Provision } from '@/domain/library/provision'
import type { Shelf } from '@/domain/library/shelves'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Props = { shelf: Shelf; locale: Locale; t: Translator }

/** One instrument and the provisions of it that the library holds. */
export function ProvisionList({ shelf: { instrument, provisions }, locale, t }: Props) {
  return (
    <section className="stack-s shelf" aria-labelledby={instrument.id}>
      <h2 id={instrument.id}>
        <Text locale={locale}>{typeset(capitalise(instrument.shortName[locale]), locale)}</Text>
      </h2>
      <ul className="plain entries">
        {provisions.map((provision) => (
          <Entry key={provision.id} provision={provision} unit={instrument.unit[locale]} locale={locale} t={t} />
        ))}
      </ul>
    </section>
  )
}

type WholeProps = { shelves: readonly Shelf[]; locale: Locale; t: Translator }

/** Treaties that the library holds as one text each. */
export function WholeTexts({ shelves, locale, t }: WholeProps) {
  return (
    <section className="stack-s shelf" aria-labelledby="other-treaties">
      <h2 id="other-treaties">{t('library.law.otherTreaties')}</h2>
      <ul className="plain entries">
        {shelves.flatMap(({ instrument, provisions }) =>
          provisions.map((provision) => (
            <Entry key={provision.id} provision={provision} unit={instrument.unit[locale]} locale={locale} t={t} />
          )),
        )}
      </ul>
    </section>
  )
}

type EntryProps = { provision: Provision; unit: string; locale: Locale; t: Translator }

function Entry({ provision, unit, locale, t }: EntryProps) {
  const { id, number, kind, versions } = provision
  const title = typeset(provision.title[locale], locale)
  const since = versions[0]?.inForceFrom
  return (
    <li>
      <a href={href(locale, `/library/law/${id}`)}>
        {number !== null && (
          <>
            <span className="entry-number">
              <Text locale={locale}>{typeset(capitalise(`${unit} ${number}`), locale)}</Text>
            </span>{' '}
          </>
        )}
        <span>
          <Text>{title}</Text>
        </span>
      </a>
      <span className="row">
        <span className={kind === 'text' ? 'chip src' : 'chip'}>
          {t(kind === 'text' ? 'library.law.wording' : 'library.law.card')}
        </span>
        {versions.length > 1 && since && (
          <span className="chip warn">{t('library.law.changed', { date: formatDate(new Date(since), locale) })}</span>
        )}
      </span>
    </li>
  )
}
