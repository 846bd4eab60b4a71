package dev.portcullis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.documentation.Bound;
import dev.portcullis.documentation.FencedBlock;
import dev.portcullis.documentation.MarkdownPage;
import dev.portcullis.documentation.SettingNames;
import dev.portcullis.documentation.SourceTree;
import dev.portcullis.documentation.Walk;
import dev.portcullis.signin.ReasonCode;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.TestDatabase;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The documents say what is so: what they show is done, what they name exists. */
class DocumentationTest {

  private static final String OKTA_CLIENT = "0oa1acme";
  private static final Pattern VARIABLE =
      Pattern.compile("\\b(?:PORTCULLIS|SPRING|SERVER|MANAGEMENT|LOGGING)_[A-Z_]*[A-Z]\\b");
  private static final Pattern CLASS_NAME =
      Pattern.compile("[A-Z][a-z]+(?:[A-Z][A-Za-z]*|\\.[a-z]\\w*)(?:\\.\\w+)?");
  private static final Pattern SCRIPT = Pattern.compile("(?m)^(scripts/\\w+|\\.ci/\\w+)");
  private static final Pattern ROUTE =
      Pattern.compile("(?m)^\\| `(GET|POST|PUT|PATCH|DELETE)` \\| `([^`]+)` \\|");

  private static List<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  private static List<MarkdownPage> pagesWithCalls() {
    return pages().stream().filter(MarkdownPage::calls).toList();
  }

  private static MarkdownPage page(String file) {
    return MarkdownPage.read(Path.of(file));
  }

  @ParameterizedTest
  @MethodSource("pagesWithCalls")
  void everyCallIsAnsweredAsThePageSays(MarkdownPage page) {
    PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
    try (OpenIdProvider okta = new OpenIdProvider()) {
      Walk walk = new Walk(server, page, given(server, okta));
      assertThat(walk.problems()).isEmpty();
      assertThat(walk.calls()).isPositive();
    }
  }

  /**
   * What a reader has before the page begins: an organization, and an Okta that signs people in.
   */
  private static Map<String, String> given(PortcullisServer server, OpenIdProvider okta) {
    Reply made =
        server
            .operator()
            .post(
                "/v1/organizations",
                "{\"name\":\"reader-%s\",\"region\":\"eu\"}".formatted(System.nanoTime()));
    return Map.of(
        "URL", server.base().toString(),
        "CLIENT_ID", made.at("/apiClient/clientId"),
        "CLIENT_SECRET", made.at("/apiClient/clientSecret"),
        "OPERATOR_ID", PortcullisServer.OPERATOR_ID,
        "OPERATOR_SECRET", PortcullisServer.OPERATOR_SECRET,
        "ISSUER", okta.issuer(),
        "ID_TOKEN", idToken(okta, Map.of("groups", List.of("team-payments", "everyone"))),
        "ID_TOKEN_WITHOUT_GROUPS", idToken(okta, Map.of()),
        "ID_TOKEN_FOR_ANOTHER_CLIENT", idToken(okta, Map.of("aud", "0oa2other")));
  }

  private static String idToken(OpenIdProvider okta, Map<String, ?> more) {
    return okta.token(claims -> {
      claims.put("sub", "00u1grace");
      claims.put("aud", OKTA_CLIENT);
      claims.put("preferred_username", "grace@acme.example");
      claims.put("email", "grace@acme.example");
      claims.put("email_verified", true);
      claims.putAll(more);
    });
  }

  @Test
  void everyJsonBlockIsJson() {
    assertThat(pages().stream().flatMap(page -> page.blocks().stream()))
        .filteredOn(block -> block.language().equals("json"))
        .extracting(FencedBlock::text)
        .isNotEmpty()
        .allSatisfy(text -> assertThat(JsonMapper.shared().readTree(text)).isNotNull());
  }

  @Test
  void everyScriptThatIsNamedCanBeRun() {
    assertThat(pages().stream().flatMap(page -> page.blocks().stream()))
        .filteredOn(block -> block.language().equals("sh"))
        .flatMap(block -> SCRIPT.matcher(block.text()).results().map(r -> r.group(1)).toList())
        .contains("scripts/run", "scripts/test", "scripts/demo")
        .allMatch(script -> Files.isExecutable(Path.of(script)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(MarkdownPage page) {
    assertThat(page.links())
        .filteredOn(link -> !link.startsWith("https://"))
        .allSatisfy(link -> {
          String[] parts = link.split("#", 2);
          Path target =
              parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
          assertThat(target).as(link).exists();
          if (parts.length > 1) {
            assertThat(MarkdownPage.read(target).anchors()).as(link).contains(parts[1]);
          }
        });
  }

  private static Set<String> variablesIn(Stream<MarkdownPage> pages) {
    return pages
        .flatMap(page -> VARIABLE.matcher(page.text()).results().map(r -> r.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ownVariables() {
    return Arrays.stream(Settings.class.getRecordComponents())
        .map(RecordComponent::getName)
        .map(SettingNames::ownVariable)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everySettingThatADocumentNamesExists() {
    Set<String> known = SettingNames.knownToSpring();
    known.addAll(ownVariables());
    assertThat(variablesIn(pages().stream()))
        .isNotEmpty()
        .allMatch(variable -> SettingNames.isKnown(variable, known));
  }

  @Test
  void everySettingIsExplainedToTheOperator() {
    MarkdownPage operating = page("docs/operating.md");
    assertThat(variablesIn(Stream.of(operating))).containsAll(ownVariables());
    assertThat(SettingNames.setByUs())
        .filteredOn(property -> !property.startsWith("portcullis."))
        .allSatisfy(property -> assertThat(operating.code()).contains(property));
  }

  @Test
  void everyBoundIsAsTheCodeHasIt() {
    SourceTree sources = new SourceTree();
    assertThat(Bound.in(page("docs/operating.md")))
        .hasSizeGreaterThan(20)
        .allMatch(bound -> bound.holds(sources));
  }

  @Test
  void everyClassThatIsNamedExists() {
    SourceTree sources = new SourceTree();
    Stream<MarkdownPage> inside =
        pages().stream()
            .filter(page ->
                page.file().toString().matches("CONTRIBUTING.*|.*(architecture|decisions/).*"));
    assertThat(inside.flatMap(page -> page.code().stream()))
        .filteredOn(code -> CLASS_NAME.matcher(code).matches())
        .isNotEmpty()
        .allMatch(sources::has);
  }

  @Test
  void everyFileThatIsNamedExists() {
    assertThat(pages().stream().flatMap(page -> page.code().stream()))
        .filteredOn(code -> code.matches("(src|docs|scripts)/[\\w/.-]+"))
        .isNotEmpty()
        .allMatch(file -> Files.exists(Path.of(file)));
  }

  @Test
  void everyReasonCodeIsExplained() {
    List<String> codes = Arrays.stream(ReasonCode.values()).map(ReasonCode::wireName).toList();
    assertThat(page("docs/sign-in.md").code()).containsAll(codes);
  }

  @Test
  void everyRouteIsListedAndNoOther() {
    PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
    // The servlet finds its mappings at the first request.
    assertThat(server.anybody().get("/.well-known/jwks.json").status()).isEqualTo(200);
    // OPTIONS is known everywhere.
    Set<String> served =
        ServedRoute.of(server).stream()
            .filter(route -> !route.method().equals("OPTIONS"))
            .filter(route -> route.pattern().matches("/(v1|v3|access|scim|\\.well-known)/.*"))
            .map(ServedRoute::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        ROUTE
            .matcher(page("docs/api.md").text())
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(served);
  }
}
