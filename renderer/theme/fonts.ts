export const SANS = "'Inter Variable', 'Inter', system-ui, sans-serif";

/** Charts measure text once: they must not be drawn before their fonts are there. */
export async function loadFonts(faces: readonly string[]): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face)));
}
