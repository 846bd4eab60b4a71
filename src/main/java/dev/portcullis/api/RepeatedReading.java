package dev.portcullis.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an object again and again, each time without the member that was found wrong, so that not
 * only the first mistake is told.
 */
final class RepeatedReading {

  private final ObjectNode left;
  private final JsonNode sound;
  private final Consumer<String> problems;
  private final Set<String> mended = new HashSet<>();

  private RepeatedReading(ObjectNode sent, JsonNode sound, Consumer<String> problems) {
    this.left = sent.deepCopy();
    this.sound = sound;
    this.problems = problems;
  }

  /**
   * What was read; empty if anything is wrong.
   *
   * @param sound members to put in the place of wrong ones that must be there
   * @param problems takes each, as words that begin with the field if there is one
   */
  static <T> Optional<T> of(
      ObjectNode sent, JsonNode sound, Function<JsonNode, T> reading, Consumer<String> problems) {
    return new RepeatedReading(sent, sound, problems).read(reading);
  }

  private <T> Optional<T> read(Function<JsonNode, T> reading) {
    Optional<PortError> wrong;
    do {
      try {
        T read = reading.apply(left);
        return mended.isEmpty() ? Optional.of(read) : Optional.empty();
      } catch (JacksonException e) {
        wrong = Optional.of(JsonProblems.of(e));
      } catch (RequestFault e) {
        wrong = Optional.of(e.error());
      }
      // Every round mends another member, so that there are no more rounds than members.
    } while (wrong.filter(this::isMended).isPresent());
    return Optional.empty();
  }

  /** Tells what is wrong; answers whether something new could be done about it. */
  private boolean isMended(PortError error) {
    String field = error.details().get("field") instanceof String named ? named : "";
    String member = field.split("[.\\[]", 2)[0];
    boolean isNew = mended.add(member);
    if (isNew) {
      tell(error);
      left.remove(member);
      if (sound.has(member)) {
        left.set(member, sound.get(member));
      }
    }
    return isNew && !member.isEmpty();
  }

  private void tell(PortError error) {
    if (error.details().get("problems") instanceof List<?> several) {
      several.forEach(problem -> problems.accept(String.valueOf(problem)));
    } else {
      problems.accept(error.message());
    }
  }
}
