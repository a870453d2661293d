import { enableAccount } from '@/server/account/disable-account'
import { supportForm } from '../../act-form'

export const { GET, POST } = supportForm({
  act: 'enable',
  needs: 'account:enable',
  run: enableAccount,
  done: 'enabled',
})
