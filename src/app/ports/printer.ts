/** Opens the browser's own dialog for printing. */
export function printPage(): void {
  window.print();
}
