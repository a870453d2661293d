import { ORDERS, type QueueQuery, WHOSE } from '@/domain/editorial/queue'
import type { Locale } from '@/domain/locale'
import type { Area, Scope } from '@/domain/signoff/scope'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { type CourseTitles, partName } from '../ui/scope-facts'

/** The address of a page of the queue, with her filters; null if there is no such page. */
export function queueHref(locale: Locale, query: QueueQuery, page: number): string
export function queueHref(locale: Locale, query: QueueQuery, page: number | null): string | null
export function queueHref(locale: Locale, query: QueueQuery, page: number | null): string | null {
  if (page === null) return null
  const { part, area, language, order, whose } = query
  const set = Object.entries({
    part,
    area: area ?? '',
    language: language ?? '',
    order: order === 'risk' ? '' : order,
    whose: whose === 'all' ? '' : whose,
    page: page === 1 ? '' : `${page}`,
  }).filter(([, value]) => value !== '')
  return href(locale, '/review') + (set.length > 0 ? `?${new URLSearchParams(set)}` : '')
}

type Props = {
  area: Area
  scope: Pick<Scope, 'areas' | 'parts' | 'languages'>
  query: QueueQuery
  courses: CourseTitles
  locale: Locale
  t: Translator
}
type Option = readonly [value: string, label: string]

/** The form that filters and orders the queue. Its state is all in the address. */
export function QueueFilter({ area, scope, query, courses, locale, t }: Props) {
  const all: Option = ['', t('editorial.queue.all')]
  const parts = scope.parts.map((part): Option => [part, partName(part, courses, locale, t)])
  const languages = scope.languages.map((one): Option => [one, t(`editorial.languages.${one}`)])
  const isSet = queueHref(locale, query, 1) !== href(locale, '/review')
  return (
    <details className="card queue-filter" open={isSet}>
      <summary>{t('editorial.queue.filter')}</summary>
      <form action={href(locale, '/review')}>
        <Choice name="part" label={t('editorial.queue.part')} value={query.part} options={[all, ...parts]} />
        {scope.areas.length > 1 && (
          <Choice
            name="area"
            label={t('editorial.queue.area')}
            value={area}
            options={scope.areas.map((one): Option => [one, t(`editorial.areas.${one}`)])}
          />
        )}
        <Choice
          name="language"
          label={t('editorial.queue.language')}
          value={query.language ?? ''}
          options={[all, ...languages]}
        />
        <Choice
          name="order"
          label={t('editorial.queue.order')}
          value={query.order}
          options={ORDERS.map((one): Option => [one, t(`editorial.queue.orders.${one}`)])}
        />
        <Choice
          name="whose"
          label={t('editorial.queue.whose')}
          value={query.whose}
          options={WHOSE.map((one): Option => [one, t(`editorial.queue.whoseIs.${one}`)])}
        />
        <button type="submit" className="btn">
          {t('editorial.queue.filter')}
        </button>
      </form>
    </details>
  )
}

type ChoiceProps = { name: string; label: string; value: string; options: readonly Option[] }

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
