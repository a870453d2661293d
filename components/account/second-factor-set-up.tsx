import { inGroups } from '@/domain/auth/second-factor-code'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { ProofForm } from '../form/proof-form'
import { QrCode, type QrModules } from '../ui/qr-code'

type Props = {
  action: string
  authenticator: { secret: string; address: string; qr: QrModules }
  /**
   * It replaces another authenticator, which stays in force until this one has given a code. If not, whoever cancels can
   * begin with a passkey.
   */
  replaces: boolean
  state: FormState
  t: Translator
}

export function SecondFactorSetUp({ action, authenticator: { secret, address, qr }, replaces, state, t }: Props) {
  return (
    <>
      {replaces && <p className="note">{t('secondFactor.setUp.replaces')}</p>}
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('secondFactor.setUp.addTitle')}</h2>
        <p>{t('secondFactor.setUp.scan')}</p>
        <QrCode modules={qr} label={t('secondFactor.setUp.qr')} />
        <p>
          <a className="btn" href={address}>
            {t('secondFactor.setUp.open')}
          </a>
        </p>
        <div>
          <p>{t('secondFactor.setUp.key')}</p>
          <p>
            <bdi dir="ltr" className="secret" translate="no">
              {inGroups(secret)}
            </bdi>
          </p>
          <button
            type="button"
            className="btn link"
            hidden
            data-copy={secret}
            data-copied={t('secondFactor.setUp.keyCopied')}
          >
            {t('secondFactor.setUp.copyKey')}
          </button>
        </div>
      </section>
      <section className="stack" aria-labelledby="first">
        <h2 id="first">{t('secondFactor.setUp.firstTitle')}</h2>
        <ProofForm
          action={action}
          act="confirm"
          asks="app-code"
          submit={t('secondFactor.setUp.confirm')}
          state={state}
          t={t}
        />
        <form method="post" action={action}>
          <input type="hidden" name="act" value="cancel" />
          <button type="submit" className="btn">
            {t(replaces ? 'secondFactor.setUp.cancel' : 'secondFactor.cancelFirst')}
          </button>
        </form>
      </section>
    </>
  )
}
