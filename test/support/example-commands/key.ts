/** The key of whatever has one in these examples. */
export const key = '01930000-0000-7000-8000-000000000001';
