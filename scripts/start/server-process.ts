/** How the web server is run, wherever that is from. */
export const SERVER = {
  program: 'scripts/serve.mjs',
  // glibc would give each of Node's threads a piece of memory of its own, which none of them gives back.
  env: { MALLOC_ARENA_MAX: '2' },
} as const
