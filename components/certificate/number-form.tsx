import type { NumberProblem } from '@/domain/certificate/number-problem'
import type { Translator } from '@/i18n/translator'
import { CodeForm } from '../form/code-form'
import { Ref } from '../ui/ref'

type Props = {
  action: string
  typed: string
  problem: NumberProblem | null
  t: Translator
}

/** Asks for the number of a certificate. */
export function NumberForm({ action, typed, problem, t }: Props) {
  const mark = (text: string) => () => <Ref key={text}>{text}</Ref>
  return (
    <CodeForm
      action={action}
      name="number"
      label={t('certificate.number')}
      hint={t.rich('verify.hint', { form: mark('XXXX-XXXX-XXXX-X'), never: mark('0 1 I L O U') })}
      typed={typed}
      problem={problem && t(`verify.problem.${problem}`)}
      submit={t('verify.submit')}
      t={t}
    />
  )
}
