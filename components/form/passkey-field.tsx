import type { Translator } from '@/i18n/translator'

/** The messages of the passkey script if no passkey was used. */
type Said = { cancelled: string; unsupported: string; failed: string }
/**
 * The button that uses a passkey instead of a code. `ask`: `prove` for her own passkey, `prove-other` for one of
 * another account, which she names in the form.
 */
export type PasskeyField = { kind: 'passkey'; name: 'passkey'; ask: 'prove' | 'prove-other'; label: string; said: Said }

export function passkeyField(ask: PasskeyField['ask'], t: Translator): PasskeyField {
  return { kind: 'passkey', name: 'passkey', ask, label: t('secondFactor.passkeys.use'), said: saidOf(t) }
}

function saidOf(t: Translator): Said {
  return {
    cancelled: t('secondFactor.passkeys.problems.cancelled'),
    unsupported: t('secondFactor.passkeys.problems.unsupported'),
    failed: t('secondFactor.passkeys.problems.failed'),
  }
}

/** It stays hidden without scripts, and in browsers without passkeys: a typed code works as well. */
export function PasskeyAsk({ name, ask, label, said }: PasskeyField) {
  return (
    <div
      className="field"
      hidden
      data-passkey={ask}
      data-cancelled={said.cancelled}
      data-unsupported={said.unsupported}
      data-failed={said.failed}
    >
      <input type="hidden" name={name} autoComplete="off" />
      <p>
        <button type="button" className="btn">
          {label}
        </button>
      </p>
      <p className="error" role="alert" />
    </div>
  )
}
