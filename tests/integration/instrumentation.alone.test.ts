import { afterEach, expect, it, vi } from 'vitest'
import { register } from '@/instrumentation'
import { library } from '@/server/content/library'
import { jobs } from '@/server/queue/wake'

const read = vi.hoisted(() => vi.fn())
vi.mock('@/server/content/read-library', async (importActual) => {
  const actual = await importActual<typeof import('@/server/content/read-library')>()
  return { ...actual, readLibraryFiles: read.mockImplementation(actual.readLibraryFiles) }
})

afterEach(async () => {
  await jobs()?.close()
  jobs.reset()
})

it('reads the library before the server answers, and starts with one that cannot be read', async () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  library.reset()
  await register()
  expect(read).toHaveBeenCalledTimes(1)
  expect(library().provisions).toHaveProperty('cp-448-1')
  expect(read).toHaveBeenCalledTimes(1)

  library.reset()
  read.mockImplementationOnce(() => {
    throw new Error('unreadable')
  })
  await expect(register()).resolves.toBeUndefined()
})
