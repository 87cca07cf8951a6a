// Shows openapi.json with Swagger UI, which the page has loaded before.

SwaggerUIBundle({ url: "openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });
