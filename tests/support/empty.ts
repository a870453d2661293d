// Replaces `server-only`, whose only purpose is to throw outside of a server bundle.
export {}
