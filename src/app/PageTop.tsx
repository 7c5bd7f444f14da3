import { Moon, Sun } from 'lucide-react';
import { IconButton } from '../kit/IconButton';
import { Mark } from '../panels/brand/Mark';
import styles from './app.module.css';
import { useTheme } from './theme';

/** The bar of a page behind the list of scenarios: the way back, and the theme. */
export function PageTop() {
  const theme = useTheme();
  return (
    <header className={styles.homeTop}>
      <a className={styles.brand} href="#/" aria-label="Perimeter, list of scenarios">
        <Mark />
        Perimeter
      </a>
      <IconButton
        label={theme.dark ? 'Light theme' : 'Dark theme'}
        icon={theme.dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
        onClick={theme.toggle}
      />
    </header>
  );
}
