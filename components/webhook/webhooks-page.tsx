import type { Locale } from '@/domain/locale'
import {
  type Delivery,
  type DeliveryState,
  deliveryState,
  type SentEvent,
  WEBHOOK_EVENTS,
  type WebhookEvent,
} from '@/domain/webhook/webhook'
import { formatDate, formatDateTime, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { FoldAct } from '../ui/fold-act'
import { isolateLtr } from '../ui/ref'
import { StaffPage } from '../ui/staff-page'

/** What the page says was just done, each with its sentence under `webhooks.done`. */
export const WEBHOOK_DONE = ['tested', 'disabled', 'again', 'added-before'] as const
export type WebhookDone = (typeof WEBHOOK_DONE)[number]

type Hook = { id: string; url: string; events: readonly string[]; createdAt: Date; disabledAt: Date | null }
type Shared = { action: string; locale: Locale; t: Translator }
type Props = {
  institution: { id: string }
  name: string
  webhooks: readonly Hook[]
  deliveries: readonly Delivery[]
  /** The id of the next webhook, made with the form. */
  draft: string
  done: WebhookDone | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The webhooks of an institution, a form to add one, and the recent deliveries. */
export function WebhooksPage({ institution, name, webhooks, deliveries, draft, done, state, locale, t }: Props) {
  const path = `/institutions/${institution.id}`
  const shared = { action: href(locale, `${path}/webhooks`), locale, t }
  return (
    <StaffPage
      heading={t('webhooks.title')}
      lead={t('webhooks.lead')}
      crumbs={[{ path, label: name }]}
      locale={locale}
      t={t}
    >
      {done && (
        <p className="note ok" role="status">
          {t(`webhooks.done.${done}`)}
        </p>
      )}
      {webhooks.length === 0 && <p className="card">{t('webhooks.none')}</p>}
      {webhooks.length > 0 && (
        <ul className="plain stack">
          {webhooks.map((webhook) => (
            <Own key={webhook.id} webhook={webhook} {...shared} />
          ))}
        </ul>
      )}
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('webhooks.add')}</h2>
        <p className="prose">{t('webhooks.addLead')}</p>
        <SectionForm
          id="webhook"
          action={shared.action}
          fields={fieldsOf(draft, state, t)}
          submit={t('webhooks.addButton')}
          state={state}
          t={t}
        />
      </section>
      <Deliveries webhooks={webhooks} deliveries={deliveries} {...shared} />
    </StaffPage>
  )
}

function fieldsOf(draft: string, state: FormState, t: Translator): Field[] {
  const chosen = (state.values.events ?? '').split(' ')
  return [
    { kind: 'hidden', name: 'draft', value: draft },
    { kind: 'text', name: 'url', label: t('webhooks.url'), hint: t('webhooks.urlHint'), dir: 'ltr' },
    {
      kind: 'choices',
      name: 'events',
      label: t('webhooks.eventsLabel'),
      options: WEBHOOK_EVENTS.map((event) => ({
        value: event,
        label: t(`webhooks.events.${keyOf(event)}`),
        chosen: chosen.includes(event),
      })),
    },
  ]
}

/** The keys of messages for the events: a dot in a key would address a nested message. */
const KEYS = {
  'certificate.issued': 'certificate-issued',
  'member.completed': 'member-completed',
  'attendance.recorded': 'attendance-recorded',
  test: 'test',
} as const
const keyOf = (event: SentEvent) => KEYS[event]

function Own({ webhook, action, locale, t }: Shared & { webhook: Hook }) {
  const { id, url, events, createdAt, disabledAt } = webhook
  const told = WEBHOOK_EVENTS.filter((event: WebhookEvent) => events.includes(event))
  const { host } = new URL(url)
  const named = { host: isolateLtr(host) }
  return (
    <li className="card stack-s">
      <h2 className="h3">
        <bdi dir="ltr">{host}</bdi>
      </h2>
      <p className="sm">
        <bdi dir="ltr" className="typed">
          {url}
        </bdi>
      </p>
      <ul className="sm">
        {told.map((event) => (
          <li key={event}>{t(`webhooks.events.${keyOf(event)}`)}</li>
        ))}
      </ul>
      <p className="sm muted">{t('webhooks.since', { date: formatDate(createdAt, locale) })}</p>
      {disabledAt && (
        <p>
          <span className="chip bad">{t('webhooks.disabledOn', { date: formatDate(disabledAt, locale) })}</span>
        </p>
      )}
      {!disabledAt && (
        <>
          <form method="post" action={action}>
            <input type="hidden" name="test" value={id} />
            <p>
              <button type="submit" className="btn">
                {t('webhooks.testButton', named)}
              </button>
            </p>
          </form>
          <FoldAct
            summary={t('webhooks.disable')}
            hint={t('webhooks.disableHint')}
            button={t('webhooks.disableButton', named)}
            action={action}
            field={{ name: 'disable', value: id }}
          />
        </>
      )}
    </li>
  )
}

const TONES: Record<DeliveryState, string> = { waiting: 'warn', delivered: 'ok', failed: 'bad', stopped: '' }

type ListProps = Shared & Pick<Props, 'webhooks' | 'deliveries'>

function Deliveries({ webhooks, deliveries, ...shared }: ListProps) {
  const { t } = shared
  const heads = ['at', 'event', 'to', 'state', 'attempts'] as const
  const headings = heads.map((head) => t(`webhooks.heads.${head}`))
  return (
    <section className="stack" aria-labelledby="deliveries">
      <h2 id="deliveries">{t('webhooks.deliveries')}</h2>
      <p className="prose">{t('webhooks.deliveriesLead')}</p>
      {deliveries.length === 0 && <p>{t('webhooks.deliveriesNone')}</p>}
      {deliveries.length > 0 && (
        <CardTable caption={t('webhooks.deliveries')} headings={[...headings, t('webhooks.again')]}>
          {deliveries.map((delivery) => (
            <Row
              key={delivery.id}
              delivery={delivery}
              webhook={webhooks.find(({ id }) => id === delivery.webhookId)}
              headings={headings}
              {...shared}
            />
          ))}
        </CardTable>
      )}
    </section>
  )
}

type RowProps = Shared & { delivery: Delivery; webhook: Hook | undefined; headings: readonly string[] }

function Row({ delivery, webhook, headings, action, locale, t }: RowProps) {
  const { id, event, createdAt, nextAttemptAt, attempts, status, why } = delivery
  const stopped = webhook === undefined || webhook.disabledAt !== null
  const state = deliveryState(delivery, stopped)
  const at = formatDateTime(createdAt, locale)
  return (
    <tr>
      <th scope="row">{at}</th>
      <td className="sentence" data-label={headings[1]}>
        {t(`webhooks.events.${keyOf(event)}`)}
      </td>
      <td data-label={headings[2]}>{webhook && <bdi dir="ltr">{new URL(webhook.url).host}</bdi>}</td>
      <td className="sentence" data-label={headings[3]}>
        <span className={`chip ${TONES[state]}`}>{t(`webhooks.states.${state}`)}</span>
        {why && <> {t(`webhooks.why.${why}`, { status: status ?? 0 })}</>}
        {state === 'waiting' && attempts > 0 && (
          <> {t('webhooks.next', { time: formatDateTime(nextAttemptAt, locale) })}</>
        )}
      </td>
      <td data-label={headings[4]}>{attempts}</td>
      <td>
        {!stopped && (
          <form method="post" action={action}>
            <input type="hidden" name="again" value={id} />
            <button type="submit" className="btn" aria-label={t('webhooks.againOf', { time: at })}>
              {t('webhooks.again')}
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}

type SecretProps = { institution: { id: string }; name: string; secret: string; locale: Locale; t: Translator }

/** The secret of a new webhook. It is shown once, to be copied. */
export function WebhookSecretPage({ institution, name, secret, locale, t }: SecretProps) {
  const path = `/institutions/${institution.id}`
  const crumbs = [
    { path, label: name },
    { path: `${path}/webhooks`, label: t('webhooks.title') },
  ]
  return (
    <StaffPage heading={t('webhooks.secretTitle')} crumbs={crumbs} locale={locale} t={t}>
      <p className="note ok" role="status">
        {t('webhooks.added')}
      </p>
      <p className="note warn">{t('webhooks.secretOnce')}</p>
      <p className="card">
        <code dir="ltr" className="typed">
          {secret}
        </code>
      </p>
      <p className="row">
        <button type="button" className="btn" hidden data-copy={secret} data-copied={t('webhooks.copied')}>
          {t('webhooks.copy')}
        </button>
        <a className="btn primary" href={href(locale, `${path}/webhooks`)}>
          {t('webhooks.secretGo')}
        </a>
      </p>
    </StaffPage>
  )
}
