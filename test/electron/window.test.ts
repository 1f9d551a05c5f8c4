import { describe, expect, it } from 'vitest';
import { bounds } from '../../electron/window.ts';

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const place = { x: 100, y: 50, width: 1200, height: 800, maximized: false };

describe('where the window opens', () => {
  it('is where it was closed', () => expect(bounds(place, [display])).toEqual({ x: 100, y: 50, width: 1200, height: 800 }));
  it('is up to the system the first time', () => expect(bounds(undefined, [display])).toEqual({ width: 1440, height: 900 }));
  it('is up to the system where its display is gone', () => {
    expect(bounds({ ...place, x: 2500 }, [display])).toEqual({ width: 1200, height: 800 });
    expect(bounds({ ...place, y: -600 }, [display])).toEqual({ width: 1200, height: 800 });
    expect(bounds(place, [])).toEqual({ width: 1200, height: 800 });
    expect(bounds({ ...place, x: 2500 }, [display, { ...display, x: 1920 }])).toMatchObject({ x: 2500 });
  });
  it('is never smaller than the smallest size', () =>
    expect(bounds({ ...place, width: 300, height: 300 }, [display])).toMatchObject({ width: 1024, height: 680 }));
});
