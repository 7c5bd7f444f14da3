export { FROM_MEMORY, HOURS_PER_MONTH } from './hours';
