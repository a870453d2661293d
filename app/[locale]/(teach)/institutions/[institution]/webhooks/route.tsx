import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { WEBHOOK_DONE, type WebhookDone, WebhookSecretPage, WebhooksPage } from '@/components/webhook/webhooks-page'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import { nameIn } from '@/domain/person/name-in'
import { readWebhook, type WebhookFields } from '@/domain/webhook/webhook'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { env } from '@/server/env'
import { openInstitution } from '@/server/institution/open-institution'
import { addWebhook, disableWebhook, sendDeliveryAgain, testWebhook, webhooksOf } from '@/server/webhook/webhooks'
import { staffDocument } from '../../../staff-document'

type Typed = Readonly<Record<string, string>>
type WebhookAct =
  | { act: 'test' | 'disable' | 'again'; id: string }
  | { act: 'add'; webhook: WebhookFields & { id: string }; typed: Typed }

/** The webhooks of an institution. Only the answer to the form shows the secret of a new one. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:integrate', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const about = {
      institution,
      name: nameIn(institution, locale),
      ...(await webhooksOf(permit)),
      draft: draftOf(state),
      done: WEBHOOK_DONE.find((one) => one === query.get('done')) ?? null,
    }
    return staffDocument(t('webhooks.title'), <WebhooksPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }) => readForm(form, t),
  act: ({ permit }, wanted, { t }) => act(permit, wanted, t),
  typed: (form) => (form.has('url') ? { values: typedIn(form) } : null),
  done: (outcome, { locale, t }, { institution }) => {
    if (typeof outcome === 'string') return href(locale, `/institutions/${institution.id}/webhooks?done=${outcome}`)
    const about = { institution, name: nameIn(institution, locale), secret: outcome.secret }
    return staffDocument(t('webhooks.secretTitle'), <WebhookSecretPage {...about} locale={locale} t={t} />)
  },
})

/** A form that is shown again keeps its draft id, so that it makes only one webhook however often it is sent. */
function draftOf({ values }: FormState): string {
  return values.draft || crypto.randomUUID()
}

function typedIn(form: FormData): Typed {
  return { ...textFields(form, ['url', 'draft']), events: form.getAll('events').join(' ') }
}

/** The page has four kinds of form, told apart by their fields. @throws {AppError} invalid-input for any other form */
function readForm(form: FormData, t: Translator): WebhookAct | Refused {
  const { test, disable, again, url, draft } = textFields(form, ['test', 'disable', 'again', 'url', 'draft'])
  if (test) return { act: 'test', id: test }
  if (disable) return { act: 'disable', id: disable }
  if (again) return { act: 'again', id: again }
  const typed = typedIn(form)
  const read = readWebhook({ url, events: (typed.events ?? '').split(' ') }, env().webhookHosts)
  if ('problem' in read) return { refused: refuseForm(t(`webhooks.problems.${read.problem}`), typed) }
  const id = readId(draft)
  if (!id) throw new AppError('invalid-input', 'draft of a webhook')
  return { act: 'add', webhook: { id, ...read }, typed }
}

async function act(
  permit: Permit<'institution:integrate'>,
  wanted: WebhookAct,
  t: Translator,
): Promise<WebhookDone | { secret: string } | Refused> {
  const now = new Date()
  if (wanted.act === 'add') {
    const added = await addWebhook(permit, wanted.webhook, now)
    if (typeof added === 'object' || added === 'added-before') return added
    return { refused: refuseForm(t(`webhooks.problems.${added}`), wanted.typed) }
  }
  if (wanted.act === 'test') {
    await testWebhook(permit, wanted.id, now)
    return 'tested'
  }
  if (wanted.act === 'disable') {
    await disableWebhook(permit, wanted.id, now)
    return 'disabled'
  }
  await sendDeliveryAgain(permit, wanted.id, now)
  return 'again'
}
