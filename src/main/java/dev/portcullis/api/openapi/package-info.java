/**
 * Describes the REST API as an OpenAPI 3.1 document, and shows it in a browser.
 *
 * <p>{@code OpenApiDocument} joins what the server itself knows of a route (its controller's
 * parameters, its row of {@code RouteRights}) with what people wrote about it in {@code
 * src/main/resources/openapi} and with replies that a running server once gave.
 */
@NamedInterface("openapi")
@NullMarked
package dev.portcullis.api.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
