package dev.portcullis.documentation;

import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Does what a document says, from its first call to its last. */
public final class Walk {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)(\\w+)=(.*)");
  private static final Pattern NAME = Pattern.compile("[\\w-]+");

  private final PortcullisServer server;
  private final MarkdownPage page;
  private final Map<String, String> given;
  private final Map<String, String> variables;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Reply> lastReply = Optional.empty();
  private int calls;

  /**
   * A walk through a document.
   *
   * @param given variables whose values here win over those that the document shows, such as {@code
   *     URL}
   */
  public Walk(PortcullisServer server, MarkdownPage page, Map<String, String> given) {
    this.server = server;
    this.page = page;
    this.given = Map.copyOf(given);
    this.variables = new LinkedHashMap<>(given);
  }

  /** Everything that was otherwise than the document says; it ends at the first wrong call. */
  public List<String> problems() {
    for (FencedBlock block : page.blocks()) {
      try {
        take(block);
      } catch (AssertionError | RuntimeException e) {
        problems.add("%s:%d: %s".formatted(page, block.line(), e.getMessage()));
        break;
      }
    }
    return List.copyOf(problems);
  }

  /** How many calls were made. */
  public int calls() {
    return calls;
  }

  private void take(FencedBlock block) {
    if (block.calls()) {
      run(ShellText.statements(block.text()));
    } else if (block.isReply()) {
      String actual = lastReply.orElseThrow(() -> new AssertionError("a reply to nothing")).text();
      DocumentedReply.difference(JSON.readTree(block.text()), JSON.readTree(actual))
          .ifPresent(
              difference -> problems.add("%s:%d: %s".formatted(page, block.line(), difference)));
    }
  }

  private void run(List<String> statements) {
    for (int i = 0; i < statements.size(); i++) {
      String statement = statements.get(i);
      Matcher assignment = ASSIGNMENT.matcher(statement);
      if (statement.startsWith("curl ")) {
        String comment = i + 1 < statements.size() ? statements.get(i + 1) : "";
        call(statement, Expectation.of(comment));
      } else if (assignment.matches()) {
        assign(assignment.group(1), assignment.group(2));
      } else if (!statement.startsWith("#")) {
        throw new AssertionError("the test cannot run `" + statement + "` beside calls");
      }
    }
  }

  private void assign(String name, String value) {
    if (!given.containsKey(name)) {
      variables.put(name, String.join(" ", ShellText.words(value, variables)));
    }
  }

  private void call(String statement, Expectation expectation) {
    List<String> words = ShellText.words(statement, variables);
    CurlCall call = CurlCall.of(words.subList(1, words.size()), files);
    Reply reply = call.send(server);
    files.put(call.output(), reply.text());
    calls++;
    if (reply.status() != expectation.status()) {
      throw new AssertionError(
          "expected %d, got %d%n  %s%n  %s"
              .formatted(expectation.status(), reply.status(), statement, reply.text()));
    }
    expectation.kept().forEach((name, place) -> variables.put(name, kept(reply, place)));
    lastReply = Optional.of(reply);
  }

  private static String kept(Reply reply, String place) {
    String value = NAME.matcher(place).matches() ? reply.header(place) : reply.at(place);
    if (value.isEmpty()) {
      throw new AssertionError("nothing stands at " + place + " of " + reply.text());
    }
    return value;
  }
}
