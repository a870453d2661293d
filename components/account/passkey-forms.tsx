import { LONGEST_PASSKEY_NAME, MOST_PASSKEYS } from '@/domain/auth/passkey'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { ProofForm } from '../form/proof-form'

export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }
type Props = {
  action: string
  passkeys: readonly Passkey[]
  /** A role of hers requires a second factor, and she has only passkeys: the last one cannot be removed. */
  kept: boolean
  state: FormState
  locale: Locale
  t: Translator
}

/** The id of a form about one of several passkeys. */
export function passkeyFormId(act: string, id: string): string {
  return `${act}-${id}`
}

/** Her passkeys, with the forms that rename and remove them, and the one that adds another. */
export function Passkeys(props: Props) {
  const { action, passkeys, state, t } = props
  return (
    <section className="stack" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{t('secondFactor.passkeys.title')}</h2>
      <p>{t('secondFactor.passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="plain people-list card">
          {passkeys.map((passkey) => (
            <OnePasskey key={passkey.id} {...props} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeys.length >= MOST_PASSKEYS ? (
        <p className="note">{t('secondFactor.passkeys.full', { count: MOST_PASSKEYS })}</p>
      ) : (
        <ProofForm
          action={`${action}#passkeys-title`}
          act="passkey-add"
          asks="any-code"
          passkey={passkeys.length > 0}
          submit={t('secondFactor.passkeys.add')}
          look="plain"
          state={state}
          t={t}
        />
      )}
    </section>
  )
}

function OnePasskey({ passkey, ...props }: Props & { passkey: Passkey }) {
  const { state, locale, t } = props
  const { id, name, createdAt, lastUsedAt } = passkey
  const used = lastUsedAt
    ? t('secondFactor.passkeys.lastUsed', { date: formatDateTime(lastUsedAt, locale) })
    : t('secondFactor.passkeys.unused')
  const sent = ['passkey-rename', 'passkey-remove'].some((act) => state.form === passkeyFormId(act, id))
  return (
    <li id={`passkey-${id}`} className="audit-entry stack-s">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <ul className="facts sm muted">
        <li>{t('secondFactor.passkeys.since', { date: formatDateTime(createdAt, locale) })}</li>
        <li>{used}</li>
      </ul>
      <details open={sent}>
        <summary>
          {t('secondFactor.passkeys.change')}
          <span className="sr"> {name}</span>
        </summary>
        <div className="stack">
          <RenameForm {...props} passkey={passkey} />
          <RemoveForm {...props} passkey={passkey} />
        </div>
      </details>
    </li>
  )
}

function RenameForm({ action, passkey: { id, name }, state, t }: Props & { passkey: Passkey }) {
  const form = passkeyFormId('passkey-rename', id)
  return (
    <Form
      id={form}
      action={`${action}#passkey-${id}`}
      fields={[
        { kind: 'hidden', name: 'act', value: 'passkey-rename' },
        { kind: 'hidden', name: 'id', value: id },
        nameField(name, t),
      ]}
      state={state.form === form ? state : UNTOUCHED}
      submit={t('secondFactor.passkeys.rename')}
      look="plain"
      t={t}
    />
  )
}

function RemoveForm({ action, passkey: { id }, passkeys, kept, state, t }: Props & { passkey: Passkey }) {
  if (kept && passkeys.length === 1) return <p>{t('secondFactor.passkeys.needed')}</p>
  return (
    <ProofForm
      action={`${action}#passkey-${id}`}
      act="passkey-remove"
      of={id}
      asks="any-code"
      passkey
      submit={t('secondFactor.passkeys.remove')}
      look="danger"
      state={state}
      t={t}
    />
  )
}

export function nameField(value: string, t: Translator) {
  const hint = t('secondFactor.passkeys.nameHint', { max: LONGEST_PASSKEY_NAME })
  return { kind: 'text', name: 'name', label: t('secondFactor.passkeys.name'), hint, value } as const
}
