package dev.portcullis.access;

import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.PropertyValue;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.stream.Stream;

/** The identifiers that a rule compares with, from its text or from the context; pure. */
final class ContextValues {

  private ContextValues() {}

  static List<String> identifiers(Sought sought, Subject subject, Circumstances circumstances) {
    return switch (sought) {
      case Literal(PropertyValue value) -> texts(value).toList();
      case Contextual contextual -> contextual(contextual, subject, circumstances).toList();
    };
  }

  private static Stream<String> contextual(
      Contextual contextual, Subject subject, Circumstances circumstances) {
    String name = contextual.property();
    return switch (contextual.context()) {
      case USER ->
          name.equals("$team") ? subject.teams().stream() : texts(circumstances.user().get(name));
      case USER_TEAMS ->
          name.equals("$identifier")
              ? subject.teams().stream()
              : circumstances.userTeams().stream().flatMap(team -> texts(team.get(name)));
      case ACTION -> texts(circumstances.action().get(name));
      case RESOURCE -> texts(circumstances.resource().get(name));
    };
  }

  private static Stream<String> texts(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Text(String text) -> Stream.of(text);
      case PropertyValue.Many(var elements) -> elements.stream().flatMap(ContextValues::texts);
      case PropertyValue.Null _,
          PropertyValue.Number _,
          PropertyValue.Truth _,
          PropertyValue.Fields _ ->
          Stream.empty();
    };
  }
}
