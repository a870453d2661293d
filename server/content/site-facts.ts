import 'server-only'
import { reviewedParts } from '@/domain/course/reviewed-parts'
import { administersPlatform, type Caller } from '../auth/caller'
import { env } from '../env'
import type { LoadedRelease } from './releases'

/**
 * The controller of the site, and the parts of its courses that are signed. Roles are loaded only if a setting is
 * missing, to tell that to a platform administrator.
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
