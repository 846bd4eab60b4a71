package dev.portcullis.api.openapi;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The OpenAPI document of this server, made when it is first asked for. It is the same for
 * everybody and on every machine: {@code docs/openapi.json}.
 */
@RestController
class ApiDocsController {

  private final SingletonSupplier<byte[]> document;

  ApiDocsController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.document =
        SingletonSupplier.of(() ->
            new OpenApiDocument(
                    WrittenTexts.read(),
                    RecordedExamples.read(),
                    ServedMethods.of(mappings.stream()))
                .bytes());
  }

  @GetMapping("/v3/api-docs")
  ResponseEntity<byte[]> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.obtain());
  }
}
