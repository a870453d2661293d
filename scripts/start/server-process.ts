/** How the web server is run, wherever that is from. */
export const SERVER = {
  // What a page needs lives for that page. A nursery that is as large from the start as it would grow to under load moves
  // less of it among what stays: less work, and less memory.
  flags: ['--min-semi-space-size=16', '--max-semi-space-size=16'],
  program: 'built/web-server.cjs',
  env: {
    // glibc would give each of Node's threads a piece of memory of its own, which none of them gives back.
    MALLOC_ARENA_MAX: '2',
    // A password takes 19 MiB while it is checked. Its library would keep them, five times over: 95 MB for 7 ms a sign-in.
    MIMALLOC_PURGE_DELAY: '0',
  },
} as const
