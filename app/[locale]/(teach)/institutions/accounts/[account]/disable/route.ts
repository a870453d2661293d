import { disableAccount } from '@/server/account/disable-account'
import { supportForm } from '../../act-form'

export const { GET, POST } = supportForm({
  act: 'disable',
  needs: 'account:disable',
  run: disableAccount,
  done: 'disabled',
})
