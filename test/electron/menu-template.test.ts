import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { ShellState } from '../../main/contract/api.ts';
import { menuTemplate, type MenuActions } from '../../electron/menu-template.ts';

const closed: ShellState = {
  open: null,
  recent: [],
  samples: [{ id: 'northlake', title: 'Northlake Health', description: '' }],
  recovered: false,
};
const open: ShellState = { ...closed, open: { name: 'A' }, recent: [{ id: 'a1', name: 'A', folder: '/data' }] };

function actions() {
  return {
    newWorkspace: vi.fn<() => void>(),
    openWorkspace: vi.fn<() => void>(),
    openRecent: vi.fn<(id: string) => void>(),
    openSample: vi.fn<(id: string) => void>(),
    closeWorkspace: vi.fn<() => void>(),
    reloadWindow: vi.fn<() => void>(),
    command: vi.fn<MenuActions['command']>(),
  };
}

type Item = MenuItemConstructorOptions;
const itemsOf = (item: Item): Item[] =>
  Array.isArray(item.submenu) ? item.submenu.flatMap((inner) => [inner, ...itemsOf(inner)]) : [];
const all = (state: ShellState, given: MenuActions = actions(), development = false): Item[] =>
  menuTemplate(state, given, { mac: false, development }).flatMap((menu) => itemsOf(menu));
const find = (items: Item[], label: string): Item => items.find((item) => item.label?.replace('&', '') === label)!;
const click = (item: Item): void => item.click!(undefined as never, undefined, undefined as never);

describe('the menu', () => {
  it.each(['Import Extracts…', 'Export Deck…', 'Close Workspace', 'Find or Do…', 'Next Page'])(
    'offers %s only over an open workspace',
    (label) => {
      expect(find(all(closed), label).enabled).toBe(false);
      expect(find(all(open), label).enabled).toBe(true);
    },
  );

  it.each([
    ['Import Extracts…', 'import', 'CmdOrCtrl+I'],
    ['Export Deck…', 'export_deck', 'CmdOrCtrl+E'],
    ['Find or Do…', 'palette', 'CmdOrCtrl+K'],
    ['Definitions', 'definitions', 'F1'],
    ['Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/'],
    ['About Muster', 'about', undefined],
  ])('sends %s to the page', (label, command, accelerator) => {
    const given = actions();
    const item = find(all(open, given), label);
    click(item);
    expect(given.command).toHaveBeenCalledExactlyOnceWith(command);
    expect(item.accelerator).toBe(accelerator);
  });

  it('opens recent workspaces and samples by id', () => {
    const given = actions();
    click(find(all(open, given), 'A'));
    click(find(all(open, given), 'Northlake Health'));
    expect(given.openRecent).toHaveBeenCalledExactlyOnceWith('a1');
    expect(given.openSample).toHaveBeenCalledExactlyOnceWith('northlake');
  });

  it('leaves the arrow keys to the page, where they also move in fields and tables', () => {
    for (const label of ['Next Page', 'Previous Page', 'Widen'])
      expect(find(all(open), label).registerAccelerator).toBe(false);
  });

  it('gives macOS no arrow keys at all, because there a shown key is a taken key', () => {
    const items = menuTemplate(open, actions(), { mac: true, development: false }).flatMap((menu) => itemsOf(menu));
    for (const label of ['Next Page', 'Previous Page', 'Widen']) expect(find(items, label).accelerator).toBeUndefined();
  });

  it('has developer tools in development only', () => {
    const roles = (development: boolean) => all(open, actions(), development).map((item) => item.role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });

  it('gives no shortcut twice', () => {
    const shortcuts = all(open)
      .map((item) => item.accelerator)
      .filter((accelerator) => accelerator !== undefined);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
