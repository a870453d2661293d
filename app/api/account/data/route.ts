import { fileDoor } from '@/app/api/file-door'
import { AppError } from '@/domain/errors'
import { exportMyData } from '@/server/account/my-data'
import { requirePermission } from '@/server/auth/permit'
import { currentActor } from '@/server/auth/session'

/** Everything held about whoever asks, as a file. */
export function GET(request: Request): Promise<Response> {
  return fileDoor(request, { path: '/account', name: (t) => t('nav.account') }, async () => {
    const actor = await currentActor()
    if (actor.kind !== 'person') throw new AppError('sign-in-required', 'my data')
    const data = await exportMyData(await requirePermission('account:read', { accountId: actor.accountId }))
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
        'cache-control': 'no-store',
      },
    })
  })
}
