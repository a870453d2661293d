import { inGroups } from '@/domain/auth/second-factor-code'
import type { Translator } from '@/i18n/translator'

type Props = {
  codes: readonly string[]
  /** The sentence that says what was just done. */
  done: string
  next: string
  t: Translator
}

/** New recovery codes. They are shown once, to be copied or printed. */
export function RecoveryCodes({ codes, done, next, t }: Props) {
  const written = codes.map(inGroups)
  return (
    <>
      <p className="print-only">{t('site.name')}</p>
      <p className="note ok no-print" role="status">
        {done}
      </p>
      <p>{t('secondFactor.codes.lead')}</p>
      <p className="note warn no-print">{t('secondFactor.codes.once')}</p>
      <ol className="card codes" dir="ltr">
        {written.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="row no-print">
        <button
          type="button"
          className="btn"
          hidden
          data-copy={written.join('\n')}
          data-copied={t('secondFactor.codes.copied')}
        >
          {t('secondFactor.codes.copy')}
        </button>
        <button type="button" className="btn" hidden data-print>
          {t('secondFactor.codes.print')}
        </button>
        <a className="btn primary" href={next}>
          {t('secondFactor.codes.go')}
        </a>
      </p>
    </>
  )
}
