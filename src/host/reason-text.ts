const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the path is too long',
  EISDIR: 'a folder is in the way',
  ENOTDIR: 'a file is where a folder should be',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'the file is in use',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports a fault',
};

/** The code of a file-system error, such as `ENOSPC`, in words. */
export const reasonText = (code: string): string => REASONS[code] ?? code;
