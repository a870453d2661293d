import { file, privateFile } from '@/app/http/file'
import { exportMyData } from '@/server/account/my-data'
import { permitToReadAccount } from '@/server/auth/permit'

/** The export of all data stored about the caller. */
export const GET = file({ path: () => '/account', name: (t) => t('nav.account') }, async ({ caller }) => {
  const data = await exportMyData(await permitToReadAccount(caller))
  const headers = privateFile('my-data.json', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(data, null, 2), { headers })
})
