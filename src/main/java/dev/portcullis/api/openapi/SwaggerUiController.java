package dev.portcullis.api.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which the API is browsed: Swagger UI, with a page and a script of our own that ask
 * for a token first. The page holds nothing itself; the document comes from {@code /v3/api-docs}.
 */
@RestController
public class SwaggerUiController {

  private static final String PAGE = "/swagger-ui.html";
  private static final String OUR_SCRIPT = "/swagger-ui/portcullis.js";
  private static final String OUR_STYLE = "/swagger-ui/portcullis.css";
  private static final String THEIR_SCRIPT = "/swagger-ui/swagger-ui-bundle.js";
  private static final String THEIR_STYLE = "/swagger-ui/swagger-ui.css";

  /** Every path of the page. */
  public static final List<String> PATHS =
      List.of(PAGE, OUR_SCRIPT, OUR_STYLE, THEIR_SCRIPT, THEIR_STYLE);

  private static final String OURS = "classpath:openapi/browser/";

  /** The version is part of the path in the WebJar. */
  private static final String THEIRS = "classpath*:META-INF/resources/webjars/swagger-ui/*/";

  /** One of the page's files, and no other of the WebJar. */
  @GetMapping({PAGE, OUR_SCRIPT, OUR_STYLE, THEIR_SCRIPT, THEIR_STYLE})
  ResponseEntity<Resource> file(HttpServletRequest request) throws IOException {
    String path = request.getServletPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return ResponseEntity.ok()
        .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.TEXT_PLAIN))
        .cacheControl(CacheControl.noCache())
        .body(found(name));
  }

  private static Resource found(String name) throws IOException {
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    Resource ours = files.getResource(OURS + name);
    return ours.exists()
        ? ours
        : Arrays.stream(files.getResources(THEIRS + name)).findFirst().orElseThrow();
  }
}
