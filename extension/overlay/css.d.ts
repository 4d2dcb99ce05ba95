/** Style sheets arrive as strings: a shadow root on the clerk's own site cannot load files. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
