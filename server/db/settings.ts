import 'server-only'
import type { Db } from './client'

/**
 * Stores `value` under `name` unless there is a value already. @returns the stored value, the same for all simultaneous
 * callers.
 */
export async function keepSetting(db: Db, name: string, value: string): Promise<string> {
  await db.setting.createMany({ data: [{ name, value }], skipDuplicates: true })
  const setting = await db.setting.findUniqueOrThrow({ where: { name } })
  return setting.value
}

export async function findSetting(db: Db, name: string): Promise<string | null> {
  return (await db.setting.findUnique({ where: { name } }))?.value ?? null
}

/** Stores `value` under `name`, and replaces any other. */
export async function putSetting(db: Db, name: string, value: string): Promise<void> {
  await db.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
}
