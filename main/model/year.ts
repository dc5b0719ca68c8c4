/** Days of a year as figures count it, leap day or not. */
export const DAYS_A_YEAR = 365;

/** Days of a calendar year on average, by which anniversaries of service are told. */
export const CALENDAR_DAYS_A_YEAR = 365.25;

/** Weeks of a year as pay counts them: of 40 hours they are the 2,080 of an FTE. */
export const WEEKS_A_YEAR = 52;
