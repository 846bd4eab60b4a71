package dev.portcullis.api;

import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.connection.SecretChange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request says of a connection; the same for POST, which starts from the defaults. */
record ConnectionFields(
    FieldChange<String> name,
    FieldChange<String> issuer,
    FieldChange<String> clientId,
    FieldChange<String> clientSecret,
    FieldChange<String> groupsClaim,
    FieldChange<GroupFilterRepresentation> groupFilter,
    FieldChange<String> dialect,
    FieldChange<String> provisioning,
    FieldChange<List<@Nullable String>> scopes,
    FieldChange<String> application,
    FieldChange<String> absentClaim,
    FieldChange<String> claimSeparator,
    FieldChange<Boolean> claimCovers,
    FieldChange<Boolean> enabled,
    FieldChange<String> sessionIdle,
    FieldChange<String> sessionMax) {

  private static final int MAX_SECRET = 4096;
  private static final int MAX_SCOPES = 30;

  /** The settings of a new connection. */
  ConnectionSettings settings() {
    return over(ConnectionDefaults.SETTINGS, null);
  }

  /** The settings that these fields make of the present ones. */
  ConnectionSettings over(ConnectionSettings current) {
    return over(current, current);
  }

  private ConnectionSettings over(ConnectionSettings current, @Nullable ConnectionSettings stored) {
    ConnectionSettings defaults = ConnectionDefaults.SETTINGS;
    return new ConnectionSettings(
        name.required("name", stored == null ? null : stored.name()),
        issuer.required("issuer", stored == null ? null : stored.issuer()),
        clientId.required("clientId", stored == null ? null : stored.clientId()),
        scopes.map(ConnectionFields::listed).applied(current.scopes(), defaults.scopes()),
        application.map(Optional::of).applied(current.application(), Optional.empty()),
        claim(current.claim(), defaults.claim()),
        dialect
            .map(text -> choice("dialect", text, Dialect.values(), ConnectionFields::wireName))
            .applied(current.dialect(), defaults.dialect()),
        provisioning
            .map(
                text -> choice("provisioning", text, Provisioning.values(), Provisioning::wireName))
            .applied(current.provisioning(), defaults.provisioning()),
        enabled.applied(current.enabled(), defaults.enabled()),
        sessionIdle
            .map(text -> Durations.read("sessionIdle", text))
            .applied(current.sessionIdle(), defaults.sessionIdle()),
        sessionMax
            .map(text -> Durations.read("sessionMax", text))
            .applied(current.sessionMax(), defaults.sessionMax()));
  }

  private ClaimSettings claim(ClaimSettings current, ClaimSettings defaults) {
    return new ClaimSettings(
        groupsClaim.applied(current.name(), defaults.name()),
        groupFilter
            .map(filter -> filter.filter("groupFilter"))
            .applied(current.filter(), defaults.filter()),
        absentClaim
            .map(text -> choice("absentClaim", text, AbsentClaim.values(), AbsentClaim::name))
            .applied(current.absent(), defaults.absent()),
        claimSeparator.map(Optional::of).applied(current.separator(), Optional.empty()),
        claimCovers.applied(current.covers(), defaults.covers()));
  }

  /** What they say of the client secret. */
  SecretChange secretChange() {
    return switch (clientSecret) {
      case FieldChange.Keep<String> _ -> new SecretChange.Keep();
      case FieldChange.Clear<String> _ -> new SecretChange.Clear();
      case FieldChange.Set<String>(String secret)
          when secret.isEmpty() || secret.length() > MAX_SECRET ->
          throw RequestFault.invalid(
              "clientSecret", "`clientSecret` must have 1 to " + MAX_SECRET + " characters");
      case FieldChange.Set<String>(String secret) -> new SecretChange.Set(secret);
    };
  }

  /** The client secret of a new connection. */
  Optional<String> secret() {
    return secretChange() instanceof SecretChange.Set(String secret)
        ? Optional.of(secret)
        : Optional.empty();
  }

  static String wireName(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> listed(List<@Nullable String> names) {
    // RFC 6749 §3.3: a scope is printable ASCII without spaces, quotes and backslashes.
    boolean sound =
        names.size() <= MAX_SCOPES
            && names.stream()
                .allMatch(name -> name != null && name.matches("[!#-\\[\\]-~]{1,100}"));
    if (!sound) {
      throw RequestFault.invalid(
          "scopes", "`scopes` must be at most " + MAX_SCOPES + " names without spaces");
    }
    return names.stream().map(Objects::requireNonNull).toList();
  }

  private static <T> T choice(String field, String text, T[] values, Function<T, String> wireName) {
    return Arrays.stream(values)
        .filter(value -> wireName.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            RequestFault.invalid(
                field,
                Arrays.stream(values)
                    .map(value -> "`" + wireName.apply(value) + "`")
                    .collect(Collectors.joining(", ", "`" + field + "` must be one of ", ""))));
  }
}
