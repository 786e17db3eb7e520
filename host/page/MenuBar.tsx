import { useEffect, useRef, useState } from 'react';
import type { MenuItem } from '../types';

interface MenuBarProps {
  menus: { title: string; items: MenuItem[] }[];
  onRun(functionName: string): void;
  onSort(ascending: boolean): void;
  onUndo(): void;
}

type Entry = { caption: string; act?: () => void; items?: Entry[] };

/** The menus that Sheets itself has and that work here, and those of the script. */
export function MenuBar({ menus, onRun, onSort, onUndo }: MenuBarProps) {
  const [open, setOpen] = useState<string>();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const close = ({ target }: Event): void => {
      if (!(target instanceof Node && bar.current?.contains(target))) setOpen(undefined);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(undefined);
    };
    window.addEventListener('mousedown', close, true);
    // A press inside the panel is seen here as the loss of the focus only.
    window.addEventListener('blur', close);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('mousedown', close, true);
      window.removeEventListener('blur', close);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  const own: { title: string; entries: Entry[] }[] = [
    { title: 'Edit', entries: [{ caption: 'Undo', act: onUndo }] },
    {
      title: 'Data',
      entries: [
        { caption: 'Sort sheet by this column (A to Z)', act: () => onSort(true) },
        { caption: 'Sort sheet by this column (Z to A)', act: () => onSort(false) },
      ],
    },
  ];
  const custom = menus.map(({ title, items }) => ({ title, entries: items.map((item) => entryOf(item, onRun)) }));
  return (
    <nav className="menus" ref={bar} aria-label="Menus">
      {[...own, ...custom].map(({ title, entries }) => (
        <div className="menu" key={title}>
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={open === title}
            onClick={() => setOpen(open === title ? undefined : title)}
            onMouseEnter={() => open !== undefined && setOpen(title)}
          >
            {title}
          </button>
          {open === title && <Entries entries={entries} onDone={() => setOpen(undefined)} />}
        </div>
      ))}
    </nav>
  );
}

function entryOf(item: MenuItem, onRun: (functionName: string) => void): Entry {
  if (item.items) return { caption: item.caption, items: item.items.map((each) => entryOf(each, onRun)) };
  return item.functionName ? { caption: item.caption, act: () => onRun(item.functionName) } : { caption: '' };
}

function Entries({ entries, onDone }: { entries: Entry[]; onDone: () => void }) {
  return (
    <div className="entries" role="menu">
      {entries.map((entry, index) => {
        const key = `${entry.caption}${index}`;
        if (entry.items) {
          return (
            <div className="submenu" key={key}>
              <button type="button" role="menuitem" aria-haspopup="menu">
                {entry.caption} <span aria-hidden="true">▸</span>
              </button>
              <Entries entries={entry.items} onDone={onDone} />
            </div>
          );
        }
        if (!entry.act) return <hr key={key} />;
        const choose = (): void => {
          onDone();
          entry.act?.();
        };
        return (
          <button type="button" role="menuitem" key={key} onClick={choose}>
            {entry.caption}
          </button>
        );
      })}
    </div>
  );
}
