import type { ReaderAccess } from '@/tests/support/access/access'
import { sendWithoutPassword } from '@/tests/support/access/acts'
import { openAccount, page } from '@/tests/support/access/addresses'
import { all, anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  POST: { form: () => ({ email: '' }), ...all(400) },
  states: {
    'sign up, letter sent': page('/confirm?sent=sign-up'),
    'open the account': openAccount,
    'open the account, refused': { ...openAccount, act: sendWithoutPassword },
    'confirm the e-mail': page('/confirm'),
    'expired link': { ...page(`/confirm?token=${'x'.repeat(43)}`), status: 410 },
  },
}
