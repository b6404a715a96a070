/** A backup cannot be taken, read or restored; the message says why and what to do. Nothing was changed. */
export class BackupRefused extends Error {}
