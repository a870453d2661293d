import 'server-only'
import { reviewedParts } from '@/domain/course/reviewed'
import { administersPlatform, type Caller } from '../auth/caller'
import { env } from '../env'
import type { LoadedRelease } from './releases'

/**
 * Who answers for the site, and how far its courses were read. Roles are loaded only if a setting is missing, which an
 * administrator is told.
 */
export async function siteFacts(caller: Caller, releases: readonly Pick<LoadedRelease, 'course'>[]) {
  const { controllerName: controller = null, controllerContact: contact = null } = env()
  const complete = controller !== null && contact !== null
  return {
    controller,
    contact,
    administrator: !complete && (await administersPlatform(caller)),
    lawDate: releases.map(({ course }) => course.file.lawDate).toSorted()[0] ?? null,
    parts: releases.flatMap(({ course }) => reviewedParts(course)),
  }
}
