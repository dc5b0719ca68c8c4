import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBounds, MINIMUM_SIZE } from '../../electron/bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const external = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('window bounds', () => {
  it('are what they were when a display still shows the title bar', () => {
    const saved = { x: 1600, y: 100, width: 1200, height: 800 };
    expect(fitBounds(saved, [laptop, external])).toEqual(saved);
  });

  it('come back to the first display when their own is gone', () => {
    const saved = { x: 1600, y: 100, width: 1200, height: 800 };
    expect(fitBounds(saved, [laptop])).toEqual({ x: 120, y: 63, width: 1200, height: 800 });
  });

  it('come back when the title bar is above the screen, where it cannot be taken hold of', () => {
    expect(fitBounds({ x: 100, y: -300, width: 1200, height: 800 }, [laptop]).y).toBeGreaterThanOrEqual(laptop.y);
  });

  it('shrink to a smaller display', () => {
    const { width, height } = fitBounds({ x: 0, y: 25, width: 2560, height: 1400 }, [laptop]);
    expect({ width, height }).toEqual({ width: 1440, height: 875 });
  });

  it('are centred at the usual size on a first start', () => {
    expect(fitBounds(null, [external])).toEqual({ x: 2000, y: 250, width: 1440, height: 900 });
  });

  it('always lie within reach, whatever was saved', () => {
    const side = fc.integer({ min: -50_000, max: 50_000 });
    const size = fc.integer({ min: 1, max: 50_000 });
    const saved = fc.record({ x: side, y: side, width: size, height: size });
    fc.assert(
      fc.property(saved, (bounds) => {
        const fitted = fitBounds(bounds, [laptop, external]);
        const home = [laptop, external].find(
          (area) =>
            fitted.x < area.x + area.width &&
            fitted.x + fitted.width > area.x &&
            fitted.y >= area.y &&
            fitted.y < area.y + area.height,
        );
        expect(home).toBeDefined();
        expect(fitted.width).toBeLessThanOrEqual(Math.max(home!.width, external.width));
        expect(fitted.width).toBeGreaterThanOrEqual(MINIMUM_SIZE.width);
      }),
    );
  });
});
