import { useState, type DragEvent, type ReactNode } from 'react';
import { bridge, failureOf } from '../api.ts';
import styles from './drop-area.module.css';
import { useShellCall } from './shell-state.ts';
import { useAppStore } from './store.ts';

/** Extracts may be dropped anywhere. Without a workspace, one is made first: the shell asks where. */
export function DropArea({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const store = useAppStore();
  const call = useShellCall();

  const take = async (dropped: File[]): Promise<void> => {
    try {
      const files = await bridge().dropped(dropped);
      if (files.length === 0) return;
      if (store.getState().shell?.open == null) {
        const state = await call(() => bridge().shell.newWorkspace());
        if (!state?.open) return;
      }
      store.getState().beginImport({ kind: 'files', files });
    } catch (error) {
      store.getState().say({ tone: 'failed', text: failureOf(error).message, hint: null });
    }
  };
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

  return (
    <div
      className={styles.area}
      onDragEnter={(event) => carriesFiles(event) && setOver(true)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        if (!store.getState().importing) void take([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={styles.veil} aria-hidden="true">
          <p>Drop extracts to look at them first. Nothing is stored until you say so.</p>
        </div>
      )}
    </div>
  );
}
