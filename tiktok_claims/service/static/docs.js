// Shows openapi.json with Swagger UI, which the page loads before this script.

SwaggerUIBundle({ url: "openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });
