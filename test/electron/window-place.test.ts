import { describe, expect, it } from 'vitest';
import { beside, bounds } from '../../electron/window-place.ts';

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const place = { x: 100, y: 50, width: 1200, height: 800, maximized: false };

describe('where the first window opens', () => {
  it('is where it was closed', () =>
    expect(bounds(place, [display])).toEqual({ x: 100, y: 50, width: 1200, height: 800 }));
  it('is up to the system the first time', () =>
    expect(bounds(undefined, [display])).toEqual({ width: 1440, height: 900 }));
  it('is up to the system where its display is gone', () => {
    expect(bounds({ ...place, x: 2500 }, [display])).toEqual({ width: 1200, height: 800 });
    expect(bounds({ ...place, y: -600 }, [display])).toEqual({ width: 1200, height: 800 });
    expect(bounds(place, [])).toEqual({ width: 1200, height: 800 });
    expect(bounds({ ...place, x: 2500 }, [display, { ...display, x: 1920 }])).toMatchObject({ x: 2500 });
  });
  it('is never larger than its display', () => {
    expect(bounds(undefined, [{ ...display, width: 1366, height: 728 }])).toEqual({
      width: 1366,
      height: 728,
    });
    expect(bounds({ ...place, width: 3000 }, [display])).toMatchObject({ x: 100, width: 1920 });
  });
  it('is never smaller than the smallest size', () =>
    expect(bounds({ ...place, width: 300, height: 300 }, [display])).toMatchObject({
      width: 1024,
      height: 680,
    }));
});

describe('where a further window opens', () => {
  const second = { ...display, x: 1920 };

  it('is a step beside the one in use, as large', () =>
    expect(beside({ x: 100, y: 50, width: 1200, height: 800 }, [display])).toEqual({
      x: 132,
      y: 82,
      width: 1200,
      height: 800,
    }));
  it('is the corner of the same display where it would hang over its edge', () => {
    expect(beside({ x: 700, y: 50, width: 1200, height: 800 }, [display])).toMatchObject({ x: 0, y: 0 });
    expect(beside({ x: 100, y: 260, width: 1200, height: 800 }, [display])).toMatchObject({ x: 0, y: 0 });
    expect(beside({ x: 2640, y: 50, width: 1200, height: 800 }, [display, second])).toMatchObject({
      x: 1920,
      y: 0,
    });
    expect(beside({ x: 688, y: 50, width: 1200, height: 800 }, [display])).toMatchObject({ x: 720, y: 82 });
  });
  it('is never exactly on it', () => {
    expect(beside({ x: 0, y: 0, width: 1920, height: 1080 }, [display])).toMatchObject({ x: 32, y: 32 });
    expect(beside({ x: 1920, y: 0, width: 1920, height: 1080 }, [display, second])).toMatchObject({
      x: 1952,
      y: 32,
    });
  });
  it('is a step beside it where nothing is known of the displays', () =>
    expect(beside({ x: 700, y: 400, width: 1200, height: 800 }, [])).toMatchObject({ x: 732, y: 432 }));
});
