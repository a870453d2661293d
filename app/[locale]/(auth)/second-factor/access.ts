import type { ReaderAccess } from '@/tests/support/access/access'
import { sendShortCode } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { withoutFactor } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...withoutFactor, powers: '303 /ar/account' },
  POST: { form: () => ({ code: '000000' }), ...withoutFactor, powers: '303 /ar/account' },
  states: {
    'verification code or passkey': { ...page('/second-factor'), role: 'keyed' },
    'verification code': { ...page('/second-factor?next=/ar/courses'), role: 'guarded' },
    'verification code, refused': { ...page('/second-factor'), role: 'guarded', act: sendShortCode },
  },
}
