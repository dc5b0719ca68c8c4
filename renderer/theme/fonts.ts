import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

export const SANS = "'Inter Variable', 'Inter', system-ui, sans-serif";

const FACES = ["400 13px 'Inter Variable'", "600 13px 'Inter Variable'", "600 28px 'Source Serif 4 Variable'"];

/** Charts measure text once: they must not be drawn before their font is there. */
export async function loadFonts(): Promise<void> {
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
}
