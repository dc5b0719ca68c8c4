import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import controls from '../theme/controls.module.css';
import { isMac } from './platform.ts';
import styles from './shortcuts-dialog.module.css';
import { useApp } from './store.ts';

const GROUPS: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['mod K', 'Find a page, a command or a value'],
      ['← →', 'Turn the page'],
      ['Esc', 'Close what is open; then widen the scope by one step'],
      ['Shift ?', 'This list'],
    ],
  },
  {
    title: 'In a chart',
    keys: [
      ['← → ↑ ↓', 'Read value by value'],
      ['Home End', 'First and last value'],
      ['Enter', 'Narrow to the mark, or open its figure'],
      ['Shift Enter', 'Open the figure'],
    ],
  },
  {
    title: 'In a table',
    keys: [
      ['← → ↑ ↓', 'Go from cell to cell'],
      ['Enter', 'On a name: narrow to the row. On a number: open its figure'],
      ['PgUp PgDn', 'One screen of rows'],
      ['mod Home mod End', 'First and last row'],
    ],
  },
  {
    title: 'In the review queue of Harmonise',
    keys: [
      ['↑ ↓', 'Go from code to code'],
      ['Enter', 'Go to the decision'],
    ],
  },
];

/** Every key, in one list. */
export function ShortcutsDialog() {
  const open = useApp((state) => state.overlay === 'shortcuts');
  const show = useApp((state) => state.show);
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && show(null)}
      isDismissable
    >
      <Modal>
        <Dialog className={`${controls.dialog} ${styles.dialog}`}>
          <Heading slot="title" className={controls.dialogTitle}>
            Keyboard shortcuts
          </Heading>
          {GROUPS.map((group) => (
            <section key={group.title}>
              <h3 className={styles.group}>{group.title}</h3>
              <dl>
                {group.keys.map(([keys, meaning]) => (
                  <div key={keys} className={styles.line}>
                    <dt>
                      {keys.split(' ').map((key, index) => (
                        <kbd key={index}>{key === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : key}</kbd>
                      ))}
                    </dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <div className={controls.actions}>
            <Button className={controls.button} slot="close">
              Close
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
