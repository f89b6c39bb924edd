/** Something that a command needs is not to be had, for a reason that the person is told; no fault of ours. */
export class Unavailable extends Error {}
