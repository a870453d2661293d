import { removeSecondFactorFor } from '@/server/account/second-factor/remove-for'
import { supportForm } from '../../act-form'

export const { GET, POST } = supportForm({
  act: 'factorOff',
  needs: 'account:second-factor-off',
  run: removeSecondFactorFor,
  done: 'factor-off',
})
