/** Days of a year as figures count it, leap day or not. */
export const DAYS_A_YEAR = 365;

/** Weeks of a year as pay counts them: of 40 hours they are the 2,080 of an FTE. */
export const WEEKS_A_YEAR = 52;
