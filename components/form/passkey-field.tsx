import type { Translator } from '@/i18n/translator'

/** What the script of passkeys says if none was used. */
type Said = { cancelled: string; unsupported: string; failed: string }
/**
 * The button that uses a passkey in place of a code. `ask`: one of the person's own, or one of another account that she
 * names in the form.
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

/** It stays hidden without scripts, and where the browser knows no passkeys: a typed code does as well. */
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
