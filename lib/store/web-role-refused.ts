/** A role cannot be made, or not so that it may only read; the message says why and what to do. Nothing was changed. */
export class WebRoleRefused extends Error {}

/** The role was made, and is of no use as it is; the message says why. */
export class WebRoleUnusable extends Error {}
