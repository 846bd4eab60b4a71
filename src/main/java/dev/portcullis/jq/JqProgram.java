package dev.portcullis.jq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A jq filter, ready to run; immutable. */
public final class JqProgram {

  /** The most characters of a program. */
  public static final int MAX_LENGTH = 8_000;

  private final Expression body;

  private JqProgram(Expression body) {
    this.body = body;
  }

  /** Compiles a text; names that mean nothing are found here and not when it runs. */
  public static JqCompilation compile(String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      return new JqCompilation.Malformed("must have 1 to %d characters".formatted(MAX_LENGTH));
    }
    try {
      Expression body = Parser.parse(text);
      Depth.check(body);
      List<String> unknown = NameCheck.of(body, Prelude.names());
      return unknown.isEmpty()
          ? new JqCompilation.Compiled(new JqProgram(body))
          : new JqCompilation.Malformed("uses " + String.join(", ", unknown));
    } catch (SyntaxProblem e) {
      return new JqCompilation.Malformed(e.problem());
    }
  }

  /**
   * Runs the program on a value; takes no longer than the bounds allow.
   *
   * @param now the moment that it goes by; there is no clock inside
   */
  public JqOutcome run(@Nullable Object input, JqBounds bounds, Instant now) {
    List<@Nullable Object> results = new ArrayList<>();
    Meter meter = new Meter(bounds);
    try {
      new Evaluation(meter, now)
          .run(
              body,
              Prelude.scope(),
              input,
              (value, _) -> {
                meter.result(results.size());
                results.add(value);
              });
      return new JqOutcome.Results(results);
    } catch (JqError e) {
      return new JqOutcome.Failed(e.text());
    } catch (Exhausted e) {
      return new JqOutcome.OutOfBounds(e.bound());
    } catch (StackOverflowError e) {
      // The meter stops before this on a stack of usual size; a run leaves nothing behind.
      return new JqOutcome.OutOfBounds("it nests too deeply");
    }
  }

  /**
   * Every chain of field names that is written somewhere in the program, such as {@code [results,
   * owners, entities]}; whatever is not a name ends a chain.
   */
  public Set<List<String>> fieldChains() {
    return FieldChains.of(body);
  }
}
