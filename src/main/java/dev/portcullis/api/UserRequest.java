package dev.portcullis.api;

import dev.portcullis.access.AccountEdit;
import dev.portcullis.directory.PersonField;
import dev.portcullis.directory.UserStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a user. Port's own has {@code roles} and {@code teams} alone.
 *
 * @param type what the person is; it cannot be changed and may be sent back
 * @param providers the same
 */
record UserRequest(
    FieldChange<List<@Nullable String>> roles,
    FieldChange<List<@Nullable String>> teams,
    FieldChange<String> status,
    FieldChange<String> email,
    FieldChange<String> firstName,
    FieldChange<String> lastName,
    FieldChange<String> phoneNumber,
    FieldChange<String> picture,
    FieldChange<String> companyId,
    FieldChange<String> companyRole,
    FieldChange<Boolean> termsAccepted,
    FieldChange<Boolean> isInvisible,
    FieldChange<String> supportLevel,
    FieldChange<String> type,
    FieldChange<List<@Nullable String>> providers) {

  @Override
  public String toString() {
    return "UserRequest[…]";
  }

  AccountEdit edit() {
    List<String> problems = new ArrayList<>();
    AccountEdit edit =
        new AccountEdit(
            fields(),
            names("roles", roles, problems),
            names("teams", teams, problems),
            status(problems));
    if (!problems.isEmpty()) {
      throw problems.size() == 1
          ? RequestFault.invalid(problems.getFirst())
          : RequestFault.invalid(problems);
    }
    return edit;
  }

  private Map<PersonField, Optional<Object>> fields() {
    Map<PersonField, Optional<Object>> fields = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      switch (change(field)) {
        case FieldChange.Keep<?> _ -> {}
        case FieldChange.Clear<?> _ -> fields.put(field, Optional.empty());
        case FieldChange.Set<?>(Object value) -> fields.put(field, Optional.of(value));
      }
    }
    return fields;
  }

  private FieldChange<?> change(PersonField field) {
    return switch (field) {
      case EMAIL -> email;
      case FIRST_NAME -> firstName;
      case LAST_NAME -> lastName;
      case PHONE_NUMBER -> phoneNumber;
      case PICTURE -> picture;
      case COMPANY_ID -> companyId;
      case TERMS_ACCEPTED -> termsAccepted;
      case INVISIBLE -> isInvisible;
      case SUPPORT_LEVEL -> supportLevel;
      case COMPANY_ROLE -> companyRole;
    };
  }

  private static Optional<List<String>> names(
      String field, FieldChange<List<@Nullable String>> change, List<String> problems) {
    return switch (change) {
      case FieldChange.Keep<List<@Nullable String>> _ -> Optional.empty();
      case FieldChange.Clear<List<@Nullable String>> _ -> {
        problems.add("`" + field + "` must be a list of names, not null");
        yield Optional.empty();
      }
      case FieldChange.Set<List<@Nullable String>> set
          when set.value().stream().anyMatch(Objects::isNull) -> {
        problems.add("`" + field + "` must not hold null");
        yield Optional.empty();
      }
      case FieldChange.Set<List<@Nullable String>> set ->
          Optional.of(set.value().stream().map(Objects::requireNonNull).toList());
    };
  }

  private Optional<UserStatus> status(List<String> problems) {
    return switch (status) {
      case FieldChange.Keep<String> _ -> Optional.empty();
      case FieldChange.Clear<String> _ -> {
        problems.add("`status` must not be null");
        yield Optional.empty();
      }
      case FieldChange.Set<String>(String name) -> {
        Optional<UserStatus> known = UserStatus.told(name);
        if (known.isEmpty()) {
          problems.add("`status` must be one of `Staged`, `Invited`, `Active`, `Disabled`");
        }
        yield known;
      }
    };
  }

  /** What cannot be changed may only be what it is. */
  void checkFixed(UserAccountRepresentation present) {
    boolean sameType =
        switch (type) {
          case FieldChange.Keep<String> _ -> true;
          case FieldChange.Clear<String> _ -> false;
          case FieldChange.Set<String>(String wanted) -> wanted.equals(present.type());
        };
    boolean sameProviders =
        switch (providers) {
          case FieldChange.Keep<List<@Nullable String>> _ -> true;
          case FieldChange.Clear<List<@Nullable String>> _ -> false;
          case FieldChange.Set<List<@Nullable String>> wanted ->
              wanted.value().equals(present.providers());
        };
    if (!sameType) {
      throw RequestFault.invalid("type", "`type` is `" + present.type() + "` and stays so");
    }
    if (!sameProviders) {
      throw RequestFault.invalid(
          "providers",
          "`providers` are the connections through which the person comes; `POST"
              + " /v1/users/{user}/move` changes those");
    }
  }
}
