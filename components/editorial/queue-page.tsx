import { OPEN_QUESTIONS } from '@/domain/editorial/open-questions'
import type { QueueEntry, QueueQuery, Reason } from '@/domain/editorial/queue'
import { SHORT_KINDS, shortPath } from '@/domain/editorial/short-entries'
import type { Page } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import type { Area, Scope } from '@/domain/signoff/scope'
import { nameOfText, reviewPath } from '@/domain/signoff/text-key'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Pager, pageLink } from '../ui/pager'
import type { CourseTitles } from '../ui/scope-facts'
import { LangMarks, MarkLegend } from './lang-marks'
import { QueueFilter, queueHref } from './queue-filter'
import { placeOfText, titleOfText } from './text-words'

export type QueueProps = {
  area: Area
  scope: Pick<Scope, 'areas' | 'parts' | 'languages'>
  entries: Page<QueueEntry>
  total: number
  next: QueueEntry | null
  signed: { count: number; of: number; texts: number }
  query: QueueQuery
  courses: CourseTitles
  /** A provision as a page names it. */
  provisionName: (id: string) => string
  reader: { accountId: string; reviews: boolean; assigns: boolean }
  locale: Locale
  t: Translator
}

/** What is to be reviewed, the riskiest first. */
export function QueuePage(props: QueueProps) {
  const { next, total, entries, query, scope, locale, t } = props
  return (
    <main id="main" className="wrap page stack">
      <header className="editorial-head">
        <div className="stack-s">
          <h1>{t('editorial.title')}</h1>
          <p className="muted sm">{t('editorial.queue.lead')}</p>
        </div>
        <p className="row">
          <a className="btn" href={href(locale, '/review/new')}>
            {t('editorial.queue.new')}
          </a>
          <a className="btn" href={href(locale, '/review/board')}>
            {t('editorial.queue.board')}
          </a>
        </p>
      </header>
      {next && <NextText entry={next} {...props} />}
      <SignedLine {...props} />
      <QueueFilter {...props} />
      <ShortLinks {...props} />
      <section className="card stack" aria-labelledby="queue">
        <h2 id="queue">
          {t('editorial.queue.title')} <span className="muted num">{formatNumber(total, locale)}</span>
        </h2>
        {total === 0 && (
          <p>
            {t('editorial.queue.none')} <a href={href(locale, '/review')}>{t('editorial.queue.reset')}</a>
          </p>
        )}
        <ul className="plain queue-texts">
          {entries.rows.map((entry) => (
            <QueueItem key={nameOfText(entry.text.key)} entry={entry} {...props} />
          ))}
        </ul>
        <Pager
          label={t('cohorts.dashboard.pages')}
          text={t('cohorts.dashboard.page', { from: entries.from, to: entries.to, total })}
          before={pageLink(queueHref(locale, query, entries.before), t('cohorts.dashboard.before'))}
          after={pageLink(queueHref(locale, query, entries.after), t('cohorts.dashboard.after'))}
        />
      </section>
      {scope.languages.length > 0 && <MarkLegend t={t} />}
    </main>
  )
}

/** How many of the texts are signed. */
function SignedLine({ signed, locale, t }: QueueProps) {
  const number = (count: number) => formatNumber(count, locale)
  const text = t('editorial.queue.signedPlain', { count: number(signed.count), of: number(signed.of) })
  return (
    <div className="signed-line">
      <p>
        <strong className="num">{text}</strong>
      </p>
      <progress className="bar" value={signed.count} max={Math.max(1, signed.of)} aria-label={text} />
      <p className="xs muted">{t('editorial.queue.texts', { texts: number(signed.texts) })}</p>
    </div>
  )
}

/** Links to her short entries, which she signs together. */
function ShortLinks({ scope, area, locale, t }: QueueProps) {
  const kinds = SHORT_KINDS.filter((kind) => scope.parts.includes(`library:${kind}`))
  if (kinds.length === 0) return null
  return (
    <section className="card stack-s" aria-labelledby="short">
      <h2 id="short" className="h3">
        {t('editorial.short.together')}
      </h2>
      <ul className="plain">
        {kinds.map((kind) => (
          <li key={kind} className="queue-top">
            <span>{t(`editorial.kinds.${kind}`)}</span>
            {scope.languages.map((language) => (
              <a key={language} href={`${href(locale, shortPath(kind, language))}?area=${area}`}>
                {t(`editorial.languages.${language}`)}
                <span className="sr"> {t(`editorial.kinds.${kind}`)}</span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NextText({ entry, ...props }: QueueProps & { entry: QueueEntry }) {
  const { locale, t } = props
  const { text, language, reasons, readers } = entry
  const [first] = reasons
  return (
    <section className="card next-text" aria-labelledby="next">
      <div className="stack-s">
        <h2 id="next" className="xs muted">
          {t('editorial.queue.next')}
        </h2>
        <p className="lead">
          <strong>{titleOfText(text, locale, t)}</strong>
        </p>
        <p className="sm">
          {[
            first && sayReason(first, props),
            readers > 0 && t('editorial.queue.readers', { count: formatNumber(readers, locale) }),
            t('editorial.queue.about', { minutes: formatNumber(text.minutes, locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <a className="btn primary" href={href(locale, reviewPath(text.key, language))}>
        {t('editorial.queue.start')}
      </a>
    </section>
  )
}

const CHIP: Record<Reason['kind'], string> = {
  'law-changed': 'chip bad',
  errors: 'chip bad',
  proposals: 'chip bad',
  conflicts: 'chip bad',
  figures: 'chip warn',
  'open-question': 'chip warn',
  changed: 'chip warn',
  unsigned: 'chip',
}

function QueueItem({ entry, ...props }: QueueProps & { entry: QueueEntry }) {
  const { scope, locale, t } = props
  const { text, states, language, reasons, readers } = entry
  const title = titleOfText(text, locale, t)
  return (
    <li>
      <div>
        <p className="queue-top">
          {reasons.map((reason) => (
            <span key={keyOf(reason)} className={CHIP[reason.kind]}>
              {t(`editorial.queue.reasons.${reason.kind}`)}
            </span>
          ))}
          <span className="xs muted">
            {t('editorial.queue.minutes', { minutes: formatNumber(text.minutes, locale) })}
          </span>
        </p>
        <p className="queue-name">
          <a href={href(locale, reviewPath(text.key, language))}>{title}</a>
        </p>
        {reasons.map((reason) => {
          const words = sayReason(reason, props)
          return (
            words && (
              <p key={keyOf(reason)} className="sm">
                {words}
              </p>
            )
          )
        })}
        <p className="xs muted">
          {placeOfText(text, locale, t)}
          {readers > 0 && ` · ${t('editorial.queue.readers', { count: formatNumber(readers, locale) })}`}
        </p>
        <Assigned entry={entry} title={title} {...props} />
      </div>
      <LangMarks states={states} hers={scope.languages} t={t} />
    </li>
  )
}

const keyOf = (reason: Reason) =>
  `${reason.kind} ${'provision' in reason ? reason.provision : ''}${'number' in reason ? reason.number : ''}`

/** The details of a reason in words; null if its name needs none. */
function sayReason(reason: Reason, { provisionName, locale, t }: QueueProps): string | null {
  const number = (count: number) => formatNumber(count, locale)
  if (reason.kind === 'law-changed') {
    const date = formatDate(new Date(reason.since), locale)
    return t('editorial.queue.lawChanged', { name: provisionName(reason.provision), date })
  }
  if (reason.kind === 'errors') return t('editorial.queue.errorCount', { count: number(reason.count) })
  if (reason.kind === 'proposals') return t('editorial.queue.proposalCount', { count: number(reason.count) })
  if (reason.kind === 'conflicts') return t('editorial.queue.conflictCount', { count: number(reason.count) })
  if (reason.kind === 'figures') {
    const faults = reason.faults.map((fault) => t(`editorial.queue.figures.${fault}`)).join(' · ')
    return t('editorial.queue.figureCount', { count: number(reason.questions), faults })
  }
  if (reason.kind !== 'open-question') return null
  const asked = OPEN_QUESTIONS.find((one) => one.number === reason.number)
  const of = { number: number(reason.number), of: number(OPEN_QUESTIONS.length) }
  return t('editorial.queue.openQuestion', { ...of, title: asked?.title[locale] ?? '' })
}

/** The reviewers of the text, and the button by which the reader takes it or gives it back. */
function Assigned({
  entry,
  title,
  area,
  query,
  reader,
  scope,
  locale,
  t,
}: QueueProps & { entry: QueueEntry; title: string }) {
  const { text, language, assignments } = entry
  const name = nameOfText(text.key)
  const mine = assignments.find((one) => one.language === language && one.accountId === reader.accountId)
  const taken = assignments.some((one) => one.language === language)
  const act = mine ? 'giveBack' : 'take'
  const label = t(`editorial.queue.${act}`)
  const languageName = t(`editorial.languages.${language}`)
  const action = href(locale, '/review/assign')
  return (
    <>
      {assignments.map((one) => {
        const about = { date: formatDate(one.since, locale), language: t(`editorial.languages.${one.language}`) }
        return (
          <p key={one.language} className="xs muted">
            {one.accountId === reader.accountId
              ? t('editorial.queue.mine', about)
              : t('editorial.queue.assigned', { ...about, signer: one.signer, function: one.function })}
          </p>
        )
      })}
      {reader.reviews && (mine || !taken) && scope.languages.includes(language) && (
        <form method="post" action={`${action}${queueHref(locale, query, query.page).replace(/^[^?]*/, '')}`}>
          <input type="hidden" name="text" value={name} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="area" value={area} />
          <button
            type="submit"
            name="who"
            value={mine ? '' : 'me'}
            className="btn"
            aria-label={t('editorial.queue.takeWhat', { act: label, title, language: languageName })}
          >
            {label}
          </button>
        </form>
      )}
      {reader.assigns && (
        <p>
          <a href={`${action}?${new URLSearchParams({ text: name, language, area })}`}>
            {t('editorial.queue.assign')}
            <span className="sr"> {`${title}, ${languageName}`}</span>
          </a>
        </p>
      )}
    </>
  )
}
