// Everything is taken from node_modules and nothing from another host, neither when the site is built nor when it is read.
export default {
  root: "src",
  title: "The register",
  globalStylesheets: [],
  search: false,
  pager: false,
  footer: "",
  head: `<link rel="icon" href="data:,">`
};
