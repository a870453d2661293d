/** The Node options and environment of the web server, for every way to start it. */
export const SERVER = {
  // Most objects live as long as one page. With a young generation that has its full size from the start, V8 promotes
  // fewer of them to the old generation: less work and less memory.
  flags: ['--min-semi-space-size=16', '--max-semi-space-size=16'],
  program: 'built/web-server.cjs',
  env: {
    // glibc would give each thread a memory arena of its own and never release them.
    MALLOC_ARENA_MAX: '2',
    // Hashing a password takes 19 MiB. Its library would keep five such blocks: 95 MB, to save 7 ms a sign-in.
    MIMALLOC_PURGE_DELAY: '0',
  },
} as const
