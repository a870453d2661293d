import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { readOwnReminder } from '@/domain/letter/own-reminder-form'
import { permitToChangeAccount } from '@/server/auth/permit'
import { readAct, runAct } from './acts'
import { ownRemindersPage } from './reminders-page'

/** Her own reminders and the address of her calendar. Every form on the page names its act. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: (context, _, state) => ownRemindersPage(context, state),
  typed: (form) =>
    form.get('act') === 'save' ? { values: { ...readOwnReminder(form), ...textFields(form, ['id']) } } : null,
  read: readAct,
  act: (permit, act, context) => runAct(permit, act, context),
  done: ({ done, at }, { locale }) => `${href(locale, '/learning/reminders')}?done=${done}#${at}`,
})
