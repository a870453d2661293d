import type { Provision } from '@/domain/library/provision'
import { partsOf, type Shelf, type ShelfPart } from '@/domain/library/shelves'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Props = { shelf: Shelf; locale: Locale; t: Translator }

/** One instrument and the provisions of it that the library holds; a long list is divided by numbers. */
export function ProvisionList({ shelf, locale, t }: Props) {
  const { instrument, provisions } = shelf
  const name = typeset(capitalise(instrument.shortName[locale]), locale)
  const parts = partsOf(shelf).map((part) => ({
    ...part,
    id: `${instrument.id}-${part.from}`,
    title: typeset(titleOf(part, t), locale),
  }))
  const list = (entries: readonly Provision[]) => (
    <Entries provisions={entries} unit={instrument.unit[locale]} locale={locale} t={t} />
  )
  return (
    <section className="stack-s shelf" aria-labelledby={instrument.id}>
      <h2 id={instrument.id}>
        <Text locale={locale}>{name}</Text>
      </h2>
      {parts.length > 0 && (
        <nav aria-label={t('library.law.parts', { name })}>
          <ul className="plain row sm jump">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <Text locale={locale}>{title}</Text>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {parts.length === 0 && list(provisions)}
      {parts.map(({ id, title, provisions: entries }) => (
        <section key={id} className="stack-s" aria-labelledby={id}>
          <h3 id={id}>
            <Text locale={locale}>{title}</Text>
          </h3>
          {list(entries)}
        </section>
      ))}
    </section>
  )
}

function titleOf({ from, to }: ShelfPart, t: Translator): string {
  return from === to ? from : t('library.law.part', { from, to })
}

type EntriesProps = { provisions: readonly Provision[]; unit: string; locale: Locale; t: Translator }

function Entries({ provisions, unit, locale, t }: EntriesProps) {
  return (
    <ul className="plain entries">
      {provisions.map((provision) => (
        <Entry key={provision.id} provision={provision} unit={unit} locale={locale} t={t} />
      ))}
    </ul>
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
