import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

/** What the window is set in, one entry for each file to load. */
export const SCREEN_FACES = ["400 13px 'Inter Variable'", "600 28px 'Source Serif 4 Variable'"];
