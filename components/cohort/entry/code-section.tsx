import { formatEntryCode } from '@/domain/cohort/entry/entry-code'
import type { Translator } from '@/i18n/translator'
import { Ref } from '../../ui/ref'

type Props = { code: string; address: string; action: string; t: Translator }

/** The code to hand out, the address that contains it, and the button that replaces the code by a new one. */
export function CodeSection({ code, address, action, t }: Props) {
  return (
    <section className="card stack" aria-labelledby="code">
      <h2 id="code">{t('cohorts.entry.code')}</h2>
      <p className="entry-code">
        <Ref>{formatEntryCode(code)}</Ref>
      </p>
      <p>{t('cohorts.entry.codeLead')}</p>
      <p className="entry-address sm">
        <bdi dir="ltr">{address}</bdi>
      </p>
      <form method="post" action={action}>
        <button type="submit" name="act" value="renew" className="btn danger">
          {t('cohorts.entry.renew')}
        </button>
      </form>
      <p className="sm muted">{t('cohorts.entry.renewLead')}</p>
    </section>
  )
}
