import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { region, school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'
import { t } from '@/tests/support/e2e/texts'

export const access: StaffAccess = {
  GET: { asks: at('contact:manage'), answer: 200 },
  // Nothing is filled in.
  POST: {
    asks: at('contact:manage'),
    form: () => ({}),
    answer: 400,
  },
  states: {
    'contacts of an institution': { ...region('/contacts'), role: 'regional' },
    'contacts of an institution, a change': {
      ...region('/contacts'),
      role: 'regional',
      act: async (on, { locale }) => {
        await on.getByRole('link', { name: t(locale, 'contacts.change') }).click()
        await on.getByRole('link', { name: t(locale, 'contacts.cancel') }).waitFor()
      },
    },
    'contacts of an institution, refused': {
      ...region('/contacts'),
      role: 'regional',
      act: sendBlank('contacts.addButton'),
    },
    'contacts of an institution, of no region': { ...school('/contacts?done=withdrawn'), role: 'administrator' },
    'contacts of an institution, for the platform': { ...region('/contacts'), role: 'platform' },
  },
}
