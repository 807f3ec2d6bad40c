/** What the platform calls something that nobody gave a label: `u_rca_job` is 'Rca job'. */
export function labelOf(name: string): string {
  const words = name.replace(/^u_/, '').replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
