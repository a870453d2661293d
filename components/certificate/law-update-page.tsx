import type { ReactNode } from 'react'
import type { WordingRow } from '@/domain/library/compared-wording'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { VersionComparison } from '../ui/version-comparison'

type Texts = { locale: Locale; t: Translator }
type Wording = { language: Locale; rows: readonly WordingRow[] }
type Provision = { id: string; name: string; wordings: readonly Wording[] }
type Block = {
  lesson: string
  block: number | null
  /** Null if its words stayed the same in the reader's language. */
  rows: readonly WordingRow[] | null
  words: string
  provisions: readonly string[]
}
export type LawUpdateOffer = {
  courseId: string
  since: string
  lawDate: string
  what: readonly Localized[]
  lessons: readonly { id: string; title: Localized }[]
  provisions: readonly Provision[]
  blocks: readonly Block[]
  /** The questions, each in its own form. */
  questions: readonly { id: string; element: ReactNode }[]
  score: { right: number; total: number }
}
type Props = Texts & {
  /** The title of the course. */
  course: Localized
  /** Null if there is nothing to bring up to date. */
  offer: LawUpdateOffer | null
  /** The date of the law (ISO) of the last update of the certificate; null if it was never updated. */
  updatedTo: string | null
  /** The question that was answered is another one by now. */
  hasChanged: boolean
}

/**
 * The changes in the law since a certificate: old and new wording, in the law and in the course, and the questions on
 * it.
 */
export function LawUpdatePage({ course, offer, updatedTo, hasChanged, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack narrow">
        <p className="sm">
          <a href={href(locale, '/certificates')}>{t('lawUpdate.back')}</a>
        </p>
        <h1>{t('lawUpdate.title')}</h1>
        {offer && <p className="lead">{t('lawUpdate.lead', leadFacts(course, offer, locale))}</p>}
        {hasChanged && <p className="note warn">{t('lawUpdate.changed')}</p>}
        {!offer && <Settled updatedTo={updatedTo} locale={locale} t={t} />}
      </div>
      {offer && <Offered offer={offer} locale={locale} t={t} />}
    </main>
  )
}

function leadFacts(course: Localized, { since, lawDate }: { since: string; lawDate: string }, locale: Locale) {
  return { course: typeset(course[locale], locale), since: dayIn(since, locale), lawDate: dayIn(lawDate, locale) }
}

const dayIn = (day: string, locale: Locale) => formatDate(new Date(day), locale)

function Settled({ updatedTo, locale, t }: Texts & Pick<Props, 'updatedTo'>) {
  return updatedTo === null ? (
    <p className="lead">{t('lawUpdate.none')}</p>
  ) : (
    <p className="note ok" role="status" id="done">
      {t('lawUpdate.done', { lawDate: dayIn(updatedTo, locale) })}
    </p>
  )
}

function Offered({ offer, locale, t }: Texts & { offer: LawUpdateOffer }) {
  const { what, provisions, blocks, lessons } = offer
  // A block that cites several of them stands beside the first.
  const firstOf = ({ provisions: cited }: Block) => provisions.find(({ id }) => cited.includes(id))?.id
  const others = blocks.filter((block) => firstOf(block) === undefined)
  const inCourse = { courseId: offer.courseId, lessons, locale, t }
  return (
    <>
      <section className="stack-s narrow" aria-labelledby="what">
        <h2 id="what">{t('lawUpdate.what')}</h2>
        {what.map((text) => (
          <p key={text.ar}>{typeset(text[locale], locale)}</p>
        ))}
      </section>
      {provisions.map((provision) => (
        <section key={provision.id} className="stack" aria-labelledby={`law-${provision.id}`}>
          <h2 id={`law-${provision.id}`}>{typeset(provision.name, locale)}</h2>
          <Wordings provision={provision} offer={offer} locale={locale} t={t} />
          <Blocks {...inCourse} blocks={blocks.filter((block) => firstOf(block) === provision.id)} />
        </section>
      ))}
      {others.length > 0 && (
        <section className="stack" aria-labelledby="others">
          <h2 id="others">{t('lawUpdate.others')}</h2>
          <Blocks {...inCourse} blocks={others} />
        </section>
      )}
      <Questions offer={offer} t={t} />
    </>
  )
}

function Wordings({ provision, offer, locale, t }: Texts & { provision: Provision; offer: LawUpdateOffer }) {
  const on = (day: string) => t('lawUpdate.day', { date: dayIn(day, locale) })
  return (
    <>
      {provision.wordings.map(({ language, rows }) => (
        <VersionComparison
          key={language}
          language={language}
          rows={rows}
          before={on(offer.since)}
          after={on(offer.lawDate)}
          none={t('library.law.noSuchParagraph')}
          locale={locale}
        />
      ))}
      {provision.wordings.length === 0 && <p className="sm muted">{t('lawUpdate.unknown')}</p>}
      <p className="sm">
        <a href={href(locale, `/library/law/${provision.id}`)}>{t('lawUpdate.provision')}</a>
      </p>
    </>
  )
}

type InCourse = Texts & Pick<LawUpdateOffer, 'courseId' | 'lessons'>

function Blocks({ blocks, ...inCourse }: InCourse & { blocks: readonly Block[] }) {
  const { t } = inCourse
  if (blocks.length === 0) return null
  return (
    <>
      <h3>{t('lawUpdate.course')}</h3>
      <ul className="plain stack">
        {blocks.map((block) => (
          <li key={`${block.lesson} ${block.block} ${block.words}`} className="stack-s">
            <BlockWords block={block} {...inCourse} />
          </li>
        ))}
      </ul>
    </>
  )
}

function BlockWords({ block, courseId, lessons, locale, t }: InCourse & { block: Block }) {
  const lesson = lessons.find(({ id }) => id === block.lesson)
  const place = block.block === null ? '' : `#b${block.block}`
  return (
    <>
      <p className="sm">
        <a href={`${href(locale, `/courses/${courseId}/lessons/${block.lesson}`)}${place}`}>
          {typeset(lesson?.title[locale] ?? '', locale)}
        </a>
      </p>
      {block.rows ? (
        <VersionComparison
          language={locale}
          rows={block.rows}
          before={t('corrections.said')}
          after={t('corrections.says')}
          none={t('library.law.noSuchParagraph')}
          locale={locale}
        />
      ) : (
        <>
          <p>{typeset(block.words, locale)}</p>
          <p className="sm muted">{t('lawUpdate.same')}</p>
        </>
      )}
    </>
  )
}

function Questions({ offer: { questions, score }, t }: { offer: LawUpdateOffer; t: Translator }) {
  return (
    <section className="stack narrow" aria-labelledby="questions">
      <h2 id="questions">{t('lawUpdate.questions')}</h2>
      <p>{t('lawUpdate.rule')}</p>
      <p>
        <strong>{t('lawUpdate.standing', score)}</strong>
      </p>
      {questions.map(({ id, element }) => (
        <div key={id}>{element}</div>
      ))}
    </section>
  )
}
