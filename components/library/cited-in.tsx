import type { Uses } from '@/domain/course/citation-uses'
import { lessonPath } from '@/domain/course/lesson-path'
import { entryPath } from '@/domain/library/entry-path'
import { type Library, lookUp } from '@/domain/library/library'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'

type Shelves = Pick<Library, 'decisions' | 'procedureChecklists' | 'models' | 'briefs'>
type Props = { uses: Uses; library: Shelves; locale: Locale; t: Translator }
type Entry = { key: string; href: string; source: string }

/** Where a provision or a decision is used: briefs, lists, models, decisions, lessons, practice, number of exam questions. */
export function CitedIn({ uses, library, locale, t }: Props) {
  const lists: { key: Exclude<keyof Uses, 'examQuestions'>; entries: Entry[] }[] = [
    { key: 'briefs', entries: titled(uses.briefs, library.briefs, entryPath.brief, locale) },
    { key: 'checklists', entries: titled(uses.checklists, library.procedureChecklists, entryPath.checklist, locale) },
    { key: 'models', entries: titled(uses.models, library.models, entryPath.model, locale) },
    {
      key: 'decisions',
      entries: titled(uses.decisions, library.decisions, (id) => `/library/cases/${id}`, locale),
    },
    {
      key: 'practice',
      entries: uses.practice.map(({ course, lesson, question, stem }) => ({
        key: question,
        href: href(locale, lessonPath(course, `${lesson}#quiz-${question}`)),
        source: stem[locale],
      })),
    },
    {
      key: 'lessons',
      entries: uses.lessons.map(({ course, lesson, title }) => ({
        key: `${course} ${lesson}`,
        href: href(locale, lessonPath(course, lesson)),
        source: title[locale],
      })),
    },
    {
      key: 'indicators',
      entries: uses.indicators.map(({ group, indicator, text }) => ({
        key: `${group} ${indicator}`,
        href: href(locale, entryPath.indicator(group, indicator)),
        source: text[locale],
      })),
    },
  ]
  const shown = lists.filter(({ entries }) => entries.length > 0)
  return (
    <section className="stack cited-in" aria-labelledby="cited-in">
      <h2 id="cited-in">{t('library.uses.title')}</h2>
      {shown.length === 0 && uses.examQuestions === 0 && <p className="muted">{t('library.uses.none')}</p>}
      <div className="grid uses">
        {shown.map(({ key, entries }) => (
          <section key={key} className="stack-s" aria-labelledby={`cited-in-${key}`}>
            <h3 id={`cited-in-${key}`}>{t(`library.uses.${key}`, { count: entries.length })}</h3>
            <UseList entries={entries} more={t('library.uses.more', { count: entries.length - FEW })} locale={locale} />
          </section>
        ))}
      </div>
      {uses.examQuestions > 0 && <p className="sm muted">{t('library.uses.exam', { count: uses.examQuestions })}</p>}
    </section>
  )
}

/** The entries of one part of the library, each under its title. */
function titled(
  ids: readonly string[],
  shelf: Readonly<Record<string, { title: Localized }>>,
  pathOf: (id: string) => string,
  locale: Locale,
): Entry[] {
  return ids.flatMap((id) => {
    const entry = lookUp(shelf, id)
    return entry ? [{ key: id, href: href(locale, pathOf(id)), source: entry.title[locale] }] : []
  })
}

/** This many entries are shown; the others are folded. */
const FEW = 6

function UseList({ entries, more, locale }: { entries: readonly Entry[]; more: string; locale: Locale }) {
  const rest = entries.slice(FEW)
  return (
    <>
      <Links entries={entries.slice(0, FEW)} locale={locale} />
      {rest.length > 0 && (
        <details>
          <summary>{more}</summary>
          <Links entries={rest} locale={locale} />
        </details>
      )}
    </>
  )
}

function Links({ entries, locale }: { entries: readonly Entry[]; locale: Locale }) {
  return (
    <ul className="plain links sm">
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={entry.href}>
            <Inline source={typeset(entry.source, locale)} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  )
}
