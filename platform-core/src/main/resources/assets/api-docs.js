// Starts the API browser on the element that names its source; a file of its own because pages allow no inline script.
window.addEventListener("DOMContentLoaded", () => {
  const target = document.getElementById("api");
  SwaggerUIBundle({
    url: target.dataset.source,
    domNode: target,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
});
