/** Hands a file to the clerk. */

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves a workbook under a name. */
export function downloadWorkbook(bytes: Uint8Array, fileName: string): void {
  download(new Blob([new Uint8Array(bytes)], { type: xlsx }), fileName);
}

/** Saves JSON under a name. */
export function downloadJson(text: string, fileName: string): void {
  download(new Blob([text], { type: 'application/json' }), fileName);
}

/** Saves a calendar file (`.ics`) under a name. */
export function downloadCalendar(text: string, fileName: string): void {
  download(new Blob([text], { type: 'text/calendar;charset=utf-8' }), fileName);
}

/** Saves through the browser's own download. */
function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken hold of the blob by the next turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 0);
}
