package dev.portcullis.signin.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the pages look, in a file of its own, so that no page needs to allow styles within it. */
@RestController
class StyleController {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final String style;

  StyleController() throws IOException {
    this.style =
        new ClassPathResource("templates/signin/style.css")
            .getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping("/style.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(LIFETIME).cachePublic())
        .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
        .body(style);
  }
}
