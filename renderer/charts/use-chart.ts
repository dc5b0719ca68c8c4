import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createChart } from './echarts.ts';
import type { Size } from '../../main/contract/drawing/frame.ts';

/** The size of an element, followed as it changes; null until it is laid out. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current!;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

/**
 * Keeps one drawing alive in an element and hands it new options.
 * Marks are matched by series id, so a filter change moves data and rebuilds nothing.
 */
export function useChart(
  ref: RefObject<HTMLElement | null>,
  option: EChartsCoreOption | null,
  size: Size | null,
): void {
  const drawing = useRef<EChartsType | null>(null);
  const drawnSize = useRef<Size | null>(null);
  useLayoutEffect(() => {
    if (option === null || size === null) return;
    if (drawing.current === null) drawing.current = createChart(ref.current!, size);
    else if (drawnSize.current !== size) drawing.current.resize({ ...size, silent: true });
    drawnSize.current = size;
    drawing.current.setOption(option, { replaceMerge: ['series'], silent: true });
  }, [ref, option, size]);
  useLayoutEffect(
    () => () => {
      drawing.current?.dispose();
      drawing.current = null;
    },
    [],
  );
}
