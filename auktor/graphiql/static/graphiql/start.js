// Begins GraphiQL with the example questions that stand in the page.
"use strict";
const examples = JSON.parse(document.getElementById("examples").textContent);
const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const explorer = React.createElement(GraphiQL, {
  fetcher,
  defaultTabs: examples,
  defaultEditorToolsVisibility: true,
  isHeadersEditorEnabled: false,
  shouldPersistHeaders: false,
});
ReactDOM.createRoot(document.getElementById("graphiql")).render(explorer);
