// Gets a token, fetches the description with it, and hands both to Swagger UI. Nothing is kept beyond the page.
"use strict";

const door = document.getElementById("door");
const field = (id) => document.getElementById(id).value.trim();

async function json(address, options) {
  const reply = await fetch(address, { ...options, credentials: "omit" });
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    throw new Error(body.message || `the server answered ${reply.status}`);
  }
  return body;
}

async function token() {
  if (field("token")) {
    return field("token").replace(/^Bearer\s+/i, "");
  }
  const issued = await json("v1/auth/access_token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ clientId: field("client-id"), clientSecret: field("client-secret") }),
  });
  return issued.accessToken;
}

function show(spec, bearer) {
  door.remove();
  const ui = SwaggerUIBundle({
    spec,
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    onComplete: () => ui.preauthorizeApiKey("bearer", bearer),
  });
}

door.addEventListener("submit", async (event) => {
  event.preventDefault();
  const refusal = document.getElementById("refusal");
  refusal.textContent = "";
  try {
    const bearer = await token();
    show(await json("v3/api-docs", { headers: { Authorization: `Bearer ${bearer}` } }), bearer);
  } catch (error) {
    refusal.textContent = error.message;
  }
});
